package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;

/**
 * What a natural day amounts to, of a station or of a city, before any rounding.
 *
 * @param values valid day values: means, for O3 the largest 8 h mean; an item without a valid one is absent
 * @param ozoneOneHour the day's largest hourly O3 where it counts
 * @param hours per item the hours that count, bit 0 for 01:00, bit 23 for 24:00
 */
public record DayValues(
        Map<AirItem, Fraction> values, @Nullable Fraction ozoneOneHour, Map<AirItem, Integer> hours) {

    private static final int HOURS_NEEDED = 20;
    private static final BigDecimal OZONE_ONE_HOUR_LIMIT = BigDecimal.valueOf(200);

    /**
     * Day of a station. A mean needs 20 hours; so does the largest hourly O3, unless it is above the limit of 200.
     *
     * @param hours counting values of the day's hours in order, an empty map where there is no record
     */
    public static DayValues ofHours(List<Map<AirItem, BigDecimal>> hours) {
        Map<AirItem, Fraction> values = new EnumMap<>(AirItem.class);
        Map<AirItem, Integer> masks = new EnumMap<>(AirItem.class);
        for (AirItem item : AirItem.values()) {
            int mask = mask(hours, item);
            if (mask != 0) {
                masks.put(item, mask);
            }
            Fraction value = item == AirItem.O3 ? OzoneEightHour.largest(hours) : mean(hours, item);
            if (value != null) {
                values.put(item, value);
            }
        }
        return new DayValues(values, largestHourlyOzone(hours), masks);
    }

    /** Day of a city: the mean of its stations' valid values; an hour counts when it does at any station. */
    public static DayValues ofStations(Collection<DayValues> stations) {
        Map<AirItem, Fraction> means = new EnumMap<>(AirItem.class);
        Map<AirItem, Integer> masks = new EnumMap<>(AirItem.class);
        for (AirItem item : AirItem.values()) {
            List<Fraction> valid = stations.stream()
                    .map(station -> station.values.get(item))
                    .filter(Objects::nonNull)
                    .toList();
            if (!valid.isEmpty()) {
                means.put(item, Fraction.mean(valid));
            }
        }
        stations.forEach(station -> station.hours.forEach((item, mask) -> masks.merge(item, mask, (a, b) -> a | b)));
        List<Fraction> ozone = stations.stream()
                .map(DayValues::ozoneOneHour)
                .filter(Objects::nonNull)
                .toList();
        return new DayValues(means, ozone.isEmpty() ? null : Fraction.mean(ozone), masks);
    }

    /** Number of hours that count for the item. */
    int hoursOf(AirItem item) {
        return Integer.bitCount(hours.getOrDefault(item, 0));
    }

    private static int mask(List<Map<AirItem, BigDecimal>> hours, AirItem item) {
        int mask = 0;
        for (int i = 0; i < hours.size(); i++) {
            if (hours.get(i).containsKey(item)) {
                mask |= 1 << i;
            }
        }
        return mask;
    }

    private static List<BigDecimal> reported(List<Map<AirItem, BigDecimal>> hours, AirItem item) {
        List<BigDecimal> reported = new ArrayList<>(hours.size());
        for (Map<AirItem, BigDecimal> hour : hours) {
            BigDecimal value = hour.get(item);
            if (value != null) {
                reported.add(value);
            }
        }
        return reported;
    }

    private static @Nullable Fraction mean(List<Map<AirItem, BigDecimal>> hours, AirItem item) {
        List<BigDecimal> reported = reported(hours, item);
        return reported.size() < HOURS_NEEDED
                ? null
                : Fraction.mean(reported.stream().reduce(BigDecimal.ZERO, BigDecimal::add), reported.size());
    }

    private static @Nullable Fraction largestHourlyOzone(List<Map<AirItem, BigDecimal>> hours) {
        List<BigDecimal> reported = reported(hours, AirItem.O3);
        if (reported.isEmpty()) {
            return null;
        }
        BigDecimal largest = Collections.max(reported);
        boolean counts = reported.size() >= HOURS_NEEDED
                || Concentration.published(AirItem.O3, largest).compareTo(OZONE_ONE_HOUR_LIMIT) > 0;
        return counts ? Fraction.of(largest) : null;
    }
}
