package org.tongcheng.domain.water;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many sections are of each class.
 *
 * @param counts a class that is absent has none
 */
public record ClassCounts(Map<WaterClass, Integer> counts) {

    private static final int SHARE_DECIMALS = 4;

    static ClassCounts of(Iterable<SectionSlotValue> sections) {
        Map<WaterClass, Integer> counts = new EnumMap<>(WaterClass.class);
        for (SectionSlotValue section : sections) {
            WaterClass waterClass = section.waterClass();
            if (waterClass != null) {
                counts.merge(waterClass, 1, Integer::sum);
            }
        }
        return new ClassCounts(counts);
    }

    public int of(WaterClass waterClass) {
        return counts.getOrDefault(waterClass, 0);
    }

    public int classified() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Sections of class I to III. */
    public int good() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().good())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** 优良率: {@code good} of {@code classified} as a share with four decimals, half-even; null of nothing. */
    public static @Nullable BigDecimal goodShare(long good, long classified) {
        return classified == 0
                ? null
                : BigDecimal.valueOf(good)
                        .divide(BigDecimal.valueOf(classified), SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
