package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * What an entity's value was at one hour of one weekday, week after week: enough to tell what was usual at any time of the
 * last 35 days. A median of eight is not moved by three odd weeks; days that are known to be odd should not be put at all.
 *
 * @param readings in order of time
 */
public record SlotHistory(List<Reading> readings) implements Serializable {

    /** How many weeks decide what is usual. */
    public static final int WEEKS = 8;

    /** Those, and the weeks that corrections reach back. */
    static final int KEPT = WEEKS + 5;

    public static final SlotHistory EMPTY = new SlotHistory(List.of());

    /** The slot of a moment, 0 to 167: Monday 00:00 is 0, Sunday 23:00 is 167. */
    public static int slotOf(long moment, BusinessTime time) {
        ZonedDateTime local = Instant.ofEpochMilli(moment).atZone(time.zone());
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }

    /** Puts a reading in place of the one of the same time; one without a value only takes that away. */
    public SlotHistory with(Reading reading) {
        List<Reading> changed = new ArrayList<>(readings);
        changed.removeIf(known -> known.time() == reading.time());
        if (reading.value() != null && !reading.muted()) {
            changed.add(reading);
        }
        changed.sort(Comparator.comparingLong(Reading::time));
        return new SlotHistory(List.copyOf(changed.subList(Math.max(0, changed.size() - KEPT), changed.size())));
    }

    /**
     * The median of the last eight values before a time.
     *
     * @param least how many values it takes
     * @return null when there are fewer
     */
    public @Nullable BigDecimal usual(long before, int least) {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = readings.size() - 1; i >= 0 && values.size() < WEEKS; i--) {
            BigDecimal value = readings.get(i).value();
            if (value != null && readings.get(i).time() < before) {
                values.add(value);
            }
        }
        if (values.isEmpty() || values.size() < least) {
            return null;
        }
        values.sort(Comparator.naturalOrder());
        BigDecimal lower = values.get((values.size() - 1) / 2);
        BigDecimal upper = values.get(values.size() / 2);
        return lower.add(upper)
                .divide(BigDecimal.valueOf(2), lower.scale() + upper.scale() + 1, RoundingMode.HALF_EVEN);
    }
}
