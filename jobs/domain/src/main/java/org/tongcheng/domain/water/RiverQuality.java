package org.tongcheng.domain.water;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.WaterItem;

/** The word for a river, by the Measures for Assessing Surface Water Quality (2011): shares, or one mean section. */
public enum RiverQuality {
    EXCELLENT("优"),
    GOOD("良好"),
    LIGHTLY_POLLUTED("轻度污染"),
    MODERATELY_POLLUTED("中度污染"),
    HEAVILY_POLLUTED("重度污染");

    private static final int SECTIONS_FOR_SHARES = 5;

    private final String displayName;

    RiverQuality(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }

    /** Quality of the river of these sections, at one time; null when they do not give a class. */
    public static @Nullable RiverQuality of(Collection<SectionSlotValue> sections) {
        ClassCounts counts = ClassCounts.of(sections);
        if (counts.classified() >= SECTIONS_FOR_SHARES) {
            return ofShares(counts.good(), counts.of(WaterClass.WORSE_THAN_V), counts.classified());
        }
        WaterClass mean =
                SectionAssessment.of(means(sections), kindOf(sections)).waterClass();
        return mean == null ? null : ofClass(mean);
    }

    static RiverQuality ofClass(WaterClass waterClass) {
        return switch (waterClass) {
            case I, II -> EXCELLENT;
            case III -> GOOD;
            case IV -> LIGHTLY_POLLUTED;
            case V -> MODERATELY_POLLUTED;
            case WORSE_THAN_V -> HEAVILY_POLLUTED;
        };
    }

    /**
     * Compares in whole numbers, so that 90 % is 90 %. The one case that the rule leaves open, 60 % good and 40 % worse
     * than V, counts as moderate.
     */
    static RiverQuality ofShares(int good, int worseThanFive, int classified) {
        if (100 * good >= 90 * classified) {
            return EXCELLENT;
        }
        if (100 * good >= 75 * classified) {
            return GOOD;
        }
        if (100 * worseThanFive < 20 * classified) {
            return LIGHTLY_POLLUTED;
        }
        boolean heavy = 100 * worseThanFive >= 40 * classified && 100 * good < 60 * classified;
        return heavy ? HEAVILY_POLLUTED : MODERATELY_POLLUTED;
    }

    private static Map<WaterItem, BigDecimal> means(Collection<SectionSlotValue> sections) {
        Map<WaterItem, BigDecimal> means = new EnumMap<>(WaterItem.class);
        for (WaterItem item : SurfaceWaterStandard.CLASS_ITEMS) {
            var values = sections.stream()
                    .map(section -> section.values().get(item))
                    .filter(Objects::nonNull)
                    .toList();
            if (!values.isEmpty()) {
                BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                means.put(item, sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128));
            }
        }
        return means;
    }

    private static SectionKind kindOf(Collection<SectionSlotValue> sections) {
        boolean lakesOnly = sections.stream().allMatch(section -> section.kind() == SectionKind.LAKE);
        return lakesOnly ? SectionKind.LAKE : SectionKind.RIVER;
    }
}
