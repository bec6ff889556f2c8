package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.ResultBuilder;

/**
 * The daily report of a station or a city: day values as published, their indices, the AQI.
 *
 * <p>O3 is missing without a valid largest 8 h mean. Under HJ 633-2012 its index is the larger of that mean's and of the
 * largest hourly value's, so it may have an index by the latter alone.
 *
 * @param values as published; O3 is the largest 8 h mean
 * @param ozoneOneHour as published; null without one and under HJ 633-2026, which does not report it
 * @param hoursValid the smallest number of counting hours among the monitored items
 */
public record DayReport(
        IndexStandard standard,
        Map<AirItem, BigDecimal> values,
        @Nullable BigDecimal ozoneOneHour,
        Aqi aqi,
        int hoursValid) {

    /** Report of a station: under HJ 633-2012 the unrounded day values are judged. */
    public static DayReport ofStation(IndexStandard standard, DayValues day, Set<AirItem> monitored) {
        return of(standard, day, monitored, standard.roundsFirst());
    }

    /** Report of a city; {@code monitored} are the items of any of its stations. */
    public static DayReport ofCity(IndexStandard standard, DayValues day, Set<AirItem> monitored) {
        return of(standard, day, monitored, true);
    }

    private static DayReport of(IndexStandard standard, DayValues day, Set<AirItem> monitored, boolean roundsFirst) {
        Map<AirItem, BigDecimal> values = new EnumMap<>(AirItem.class);
        Map<AirItem, Integer> indices = new EnumMap<>(AirItem.class);
        day.values().forEach((item, value) -> {
            BigDecimal published = Concentration.published(item, value);
            values.put(item, published);
            putLarger(indices, item, standard.dailyIndex(item, roundsFirst ? Fraction.of(published) : value));
        });
        BigDecimal ozoneOneHour = null;
        Fraction largest = day.ozoneOneHour();
        if (largest != null && standard.reportsOzoneOneHour()) {
            ozoneOneHour = Concentration.published(AirItem.O3, largest);
            Fraction judged = roundsFirst ? Fraction.of(ozoneOneHour) : largest;
            putLarger(indices, AirItem.O3, standard.hourlyIndex(AirItem.O3, judged));
        }
        Set<AirItem> missing = EnumSet.noneOf(AirItem.class);
        missing.addAll(monitored);
        missing.removeAll(values.keySet());
        int hoursValid = monitored.stream().mapToInt(day::hoursOf).min().orElse(0);
        return new DayReport(standard, values, ozoneOneHour, Aqi.of(indices, missing), hoursValid);
    }

    /** Whether every monitored item has its valid day value. */
    public boolean valid() {
        return aqi.missing().isEmpty();
    }

    /** Writes all fields. */
    ResultBuilder writeTo(ResultBuilder point) {
        values.forEach((item, value) -> point.decimal(item == AirItem.O3 ? "o3_8h_max" : item.wireName(), value));
        aqi.writeTo(point);
        return point.decimal("o3_1h_max", ozoneOneHour)
                .text("standard", standard.wireName())
                .integer("hours_valid", hoursValid)
                .bool("valid", valid());
    }

    private static void putLarger(Map<AirItem, Integer> indices, AirItem item, @Nullable Integer index) {
        if (index != null) {
            indices.merge(item, index, Math::max);
        }
    }
}
