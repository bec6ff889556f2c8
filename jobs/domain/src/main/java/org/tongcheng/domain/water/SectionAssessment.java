package org.tongcheng.domain.water;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;

/**
 * What the values of one section at one time say.
 *
 * @param published every counting value, rounded
 * @param waterClass worst of the five items that decide it; null when one of them is missing
 * @param limitingItems those of the five that are of this class, in their order; empty without a class
 */
public record SectionAssessment(
        Map<WaterItem, BigDecimal> published, @Nullable WaterClass waterClass, List<WaterItem> limitingItems) {

    /** The values that count: those without a flag, which is the same as flagged N. */
    public static Map<WaterItem, BigDecimal> countingValues(WaterObservation observation) {
        Map<WaterItem, BigDecimal> counting = new EnumMap<>(WaterItem.class);
        observation.values().forEach((item, value) -> {
            if (!observation.flags().containsKey(item)) {
                counting.put(item, value);
            }
        });
        return counting;
    }

    /** Judges counting values, not yet rounded. */
    public static SectionAssessment of(Map<WaterItem, BigDecimal> countingValues, SectionKind kind) {
        Map<WaterItem, BigDecimal> published = new EnumMap<>(WaterItem.class);
        countingValues.forEach((item, value) -> published.put(item, PublishedValue.of(item, value)));
        Map<WaterItem, WaterClass> classes = new EnumMap<>(WaterItem.class);
        for (WaterItem item : SurfaceWaterStandard.CLASS_ITEMS) {
            BigDecimal value = published.get(item);
            if (value == null) {
                return new SectionAssessment(published, null, List.of());
            }
            classes.put(item, SurfaceWaterStandard.classOf(item, value, kind));
        }
        WaterClass worst = Collections.max(classes.values());
        List<WaterItem> limiting = SurfaceWaterStandard.CLASS_ITEMS.stream()
                .filter(item -> classes.get(item) == worst)
                .toList();
        return new SectionAssessment(published, worst, limiting);
    }
}
