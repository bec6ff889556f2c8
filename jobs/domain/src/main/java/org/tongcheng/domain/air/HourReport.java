package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.ResultBuilder;

/**
 * The real-time report of one hour: six 1 h means, their indices, the AQI. Particulate matter is judged by its table
 * for 24 h.
 *
 * @param values concentrations as published
 */
public record HourReport(IndexStandard standard, Map<AirItem, BigDecimal> values, Aqi aqi) {

    /**
     * Report of a station.
     *
     * @param counting values that count, as reported
     * @param monitored items of the station
     */
    public static HourReport ofStation(
            IndexStandard standard, Map<AirItem, BigDecimal> counting, Set<AirItem> monitored) {
        Map<AirItem, BigDecimal> published = new EnumMap<>(AirItem.class);
        counting.forEach((item, value) -> published.put(item, standard.reported(item, value)));
        return of(standard, published, monitored);
    }

    /**
     * Report of a city: the mean of its stations' reported values, rounded once under either standard.
     *
     * @param stations counting values of each station with a record, as reported
     * @param monitored items that any of the city's registered stations monitors
     */
    public static HourReport ofCity(
            IndexStandard standard, Collection<Map<AirItem, BigDecimal>> stations, Set<AirItem> monitored) {
        Map<AirItem, BigDecimal> means = new EnumMap<>(AirItem.class);
        for (AirItem item : AirItem.values()) {
            List<Fraction> values = new ArrayList<>();
            for (Map<AirItem, BigDecimal> station : stations) {
                BigDecimal value = station.get(item);
                if (value != null) {
                    values.add(Fraction.of(value));
                }
            }
            if (!values.isEmpty()) {
                means.put(item, Concentration.published(item, Fraction.mean(values)));
            }
        }
        return of(standard, means, monitored);
    }

    private static HourReport of(IndexStandard standard, Map<AirItem, BigDecimal> published, Set<AirItem> monitored) {
        Map<AirItem, Integer> indices = new EnumMap<>(AirItem.class);
        published.forEach((item, value) -> {
            Integer index = standard.hourlyIndex(item, value);
            if (index != null) {
                indices.put(item, index);
            }
        });
        Set<AirItem> missing = EnumSet.noneOf(AirItem.class);
        missing.addAll(monitored);
        missing.removeAll(published.keySet());
        return new HourReport(standard, published, Aqi.of(indices, missing));
    }

    /** Writes the fields that stations and cities share. */
    ResultBuilder writeTo(ResultBuilder point) {
        values.forEach((item, value) -> point.decimal(item.wireName(), value));
        aqi.writeTo(point);
        return point.text("standard", standard.wireName());
    }
}
