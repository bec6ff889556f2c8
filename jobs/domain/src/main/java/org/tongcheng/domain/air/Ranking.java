package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places by published composite index: the smallest is first, equals share a place and leave the next ones free. */
public final class Ranking {

    private Ranking() {}

    /** Place of each city, from 1: 1, 2, 2, 4. */
    public static Map<String, Integer> of(Map<String, BigDecimal> composites) {
        List<BigDecimal> sorted = composites.values().stream().sorted().toList();
        Map<String, Integer> places = new HashMap<>();
        composites.forEach((city, composite) -> places.put(city, placeIn(sorted, composite)));
        return places;
    }

    private static int placeIn(List<BigDecimal> sorted, BigDecimal composite) {
        int better = 0;
        while (sorted.get(better).compareTo(composite) < 0) {
            better++;
        }
        return better + 1;
    }
}
