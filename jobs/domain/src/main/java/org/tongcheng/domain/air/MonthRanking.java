package org.tongcheng.domain.air;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/**
 * The composite index of each city at each day of a month, over the month's days up to that day, and the cities' places by
 * it. A city has a point for each day that it reported.
 *
 * @param weights of the items in the composite
 */
public record MonthRanking(BusinessTime time, IndexWeights weights) implements Serializable {

    /**
     * Points to issue after some city days of a month changed: those of a changed city from its changed day on, and those
     * of other cities whose place moves by it. Revisions follow those of the points issued before.
     *
     * @param month by day start, then by city: all that is known of the month
     */
    public List<Result> reissue(NavigableMap<Long, Map<String, IndexedCity>> month) {
        List<Result> points = new ArrayList<>();
        Set<String> touched = new HashSet<>();
        month.forEach((dayStart, cities) -> {
            cities.forEach((city, known) -> {
                if (known.changed()) {
                    touched.add(city);
                }
            });
            if (!touched.isEmpty()) {
                points.addAll(reissue(dayStart, month.headMap(dayStart, true), touched));
            }
        });
        return points;
    }

    /** Points of one day, which is the last of {@code soFar}. */
    private List<Result> reissue(
            long dayStart, NavigableMap<Long, Map<String, IndexedCity>> soFar, Set<String> touched) {
        Map<String, IndexedCity> cities = new TreeMap<>(soFar.lastEntry().getValue());
        Map<String, CompositeIndex> indices = new TreeMap<>();
        cities.keySet().forEach(city -> indices.put(city, indexOf(city, dayStart, soFar.values())));
        Map<String, Integer> places = places(indices);
        List<Result> points = new ArrayList<>();
        cities.forEach((city, known) -> {
            Result issued = known.issued();
            int revision = issued == null ? 0 : issued.revision() + 1;
            Result point = AirPoints.cityIndex(
                    city, dayStart, Objects.requireNonNull(indices.get(city)), places.get(city), revision);
            if (issued == null || touched.contains(city) || !point.fields().equals(issued.fields())) {
                points.add(point);
            }
        });
        return points;
    }

    private CompositeIndex indexOf(String city, long dayStart, Collection<Map<String, IndexedCity>> days) {
        List<Map<AirItem, Fraction>> values = days.stream()
                .map(cities -> cities.get(city))
                .filter(Objects::nonNull)
                .map(IndexedCity::values)
                .toList();
        return CompositeIndex.of(values, YearLimits.on(time.dayOf(dayStart)), weights);
    }

    private static Map<String, Integer> places(Map<String, CompositeIndex> indices) {
        Map<String, BigDecimal> composites = new HashMap<>();
        indices.forEach((city, index) -> {
            Fraction composite = index.composite();
            if (composite != null) {
                composites.put(city, CompositeIndex.published(composite));
            }
        });
        return Ranking.of(composites);
    }
}
