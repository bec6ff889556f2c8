package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/**
 * The composite index of each city at each day of a month, over the month's days up to that day, and the cities' places by
 * it. A city has a point for each day that it reported.
 *
 * @param weights of the items in the composite
 */
public record MonthRanking(BusinessTime time, IndexWeights weights) {

    /**
     * Points to issue after some city days of a month changed: those of a changed city from its changed day on, and those
     * of other cities whose place moves by it. Revisions follow those of the points issued before.
     *
     * @param month by day start, then by city: all that is known of the month
     * @param changed cities with new values, by day start; not empty
     */
    public List<Result> reissue(
            NavigableMap<Long, Map<String, IndexedCity>> month, NavigableMap<Long, Set<String>> changed) {
        List<Result> points = new ArrayList<>();
        Set<String> touched = new TreeSet<>();
        month.tailMap(changed.firstKey(), true).forEach((dayStart, cities) -> {
            touched.addAll(changed.getOrDefault(dayStart, Set.of()));
            Map<String, CompositeIndex> indices = indicesAt(dayStart, month);
            Map<String, Integer> places = places(indices);
            indices.forEach((city, index) -> {
                IndexedCity known = cities.get(city);
                Result issued = known == null ? null : known.issued();
                int revision = issued == null ? 0 : issued.revision() + 1;
                Result point = AirPoints.cityIndex(city, dayStart, index, places.get(city), revision);
                if (issued == null || touched.contains(city) || !point.fields().equals(issued.fields())) {
                    points.add(point);
                }
            });
        });
        return points;
    }

    /** Index of every city that reported the day, in order of city code. */
    private Map<String, CompositeIndex> indicesAt(long dayStart, NavigableMap<Long, Map<String, IndexedCity>> month) {
        YearLimits limits = YearLimits.on(time.dayOf(dayStart));
        Map<String, List<DayValues>> soFar = new TreeMap<>();
        month.headMap(dayStart, true)
                .values()
                .forEach(cities -> cities.forEach((city, known) ->
                        soFar.computeIfAbsent(city, unused -> new ArrayList<>()).add(known.values())));
        soFar.keySet().retainAll(month.getOrDefault(dayStart, Map.of()).keySet());
        Map<String, CompositeIndex> indices = new TreeMap<>();
        soFar.forEach((city, days) -> indices.put(city, CompositeIndex.of(days, limits, weights)));
        return indices;
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
