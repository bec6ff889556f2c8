package org.tongcheng.domain.water;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.WaterItem;

/**
 * What one observation gives to its slot's summaries.
 *
 * @param slot start of the 4 h slot that holds {@code observedAt}; both epoch milliseconds
 * @param waterClass null when the section has none then
 * @param values counting values of the items that decide a class, not rounded
 */
public record SectionSlotValue(
        String sectionId,
        String cityCode,
        String river,
        SectionKind kind,
        long slot,
        long observedAt,
        @Nullable WaterClass waterClass,
        Map<WaterItem, BigDecimal> values) {

    /** Length of a slot: sections report every four hours. */
    public static final int SLOT_HOURS = 4;

    public static SectionSlotValue of(
            SectionSite site,
            long slot,
            long observedAt,
            Map<WaterItem, BigDecimal> countingValues,
            @Nullable WaterClass waterClass) {
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        values.putAll(countingValues);
        values.keySet().retainAll(SurfaceWaterStandard.CLASS_ITEMS);
        return new SectionSlotValue(
                site.sectionId(), site.cityCode(), site.river(), site.kind(), slot, observedAt, waterClass, values);
    }

    /** Whether this one counts in its slot although {@code kept} is there: the latest observation does, corrected or not. */
    public boolean counts(@Nullable SectionSlotValue kept) {
        return kept == null || observedAt >= kept.observedAt;
    }
}
