package org.tongcheng.domain.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.water.SectionSlotValue;

/** Which results of the other jobs tell of the region, and of which of its hours. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
public enum RegionInput {
    /** Labelled by the end of its hour. */
    AIR(Measurement.AIR_CITY_1H, Set.of("aqi", "pm2_5")),
    TRANSIT(Measurement.TRANSIT_CITY_1H, Set.of("total_entries", "roaming_transactions")),
    JOURNEYS(Measurement.TRANSIT_OD_1H, Set.of("journeys")),
    /** Holds for each hour of its slot. */
    WATER(Measurement.WATER_CITY_4H, Set.of("sections_classified", "class_1", "class_2", "class_3"));

    private final Measurement measurement;
    private final Set<String> fields;

    RegionInput(Measurement measurement, Set<String> fields) {
        this.measurement = measurement;
        this.fields = fields;
    }

    /** Null when the region has no use for the result. */
    public static @Nullable RegionInput of(Result result) {
        for (RegionInput input : values()) {
            if (input.measurement.wireName().equals(result.measurement())) {
                return input;
            }
        }
        return null;
    }

    /** The result with nothing but the fields that the region needs. */
    public Result trim(Result result) {
        List<Field> needed = result.fields().stream()
                .filter(field -> fields.contains(field.name()))
                .toList();
        return new Result(result.measurement(), result.tags(), result.time(), result.revision(), needed);
    }

    /** Starts of the hours that the result tells of, epoch milliseconds. */
    public List<Long> hours(Result result, BusinessTime time) {
        return switch (this) {
            case AIR -> List.of(result.time() - BusinessTime.HOUR);
            case TRANSIT, JOURNEYS -> List.of(result.time());
            case WATER -> hoursOfSlot(result.time(), time);
        };
    }

    /** Whether {@code result} takes the place of {@code kept}, the same point: a later revision, or one written again. */
    public static boolean replaces(Result result, @Nullable Result kept) {
        return kept == null || result.revision() >= kept.revision();
    }

    /** Four of them but on days of a clock change. */
    private static List<Long> hoursOfSlot(long slot, BusinessTime time) {
        List<Long> hours = new ArrayList<>();
        long hour = slot;
        while (time.startOfSlot(hour, SectionSlotValue.SLOT_HOURS) == slot) {
            hours.add(hour);
            hour += BusinessTime.HOUR;
        }
        return hours;
    }
}
