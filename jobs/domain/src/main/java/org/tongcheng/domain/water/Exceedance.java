package org.tongcheng.domain.water;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.WaterItem;

/**
 * By how much a section misses its target: (C - S) / S of the item where that is largest. Temperature, pH and
 * dissolved oxygen have no such multiple.
 *
 * @param multiple above 0, two decimals; one significant digit where these would be 0
 */
public record Exceedance(WaterItem item, BigDecimal multiple) {

    private static final List<WaterItem> ITEMS = List.of(WaterItem.CODMN, WaterItem.NH3_N, WaterItem.TP);
    private static final int DECIMALS = 2;

    /** Null when nothing published exceeds the target's limit. Of equals the first in the standard's order. */
    static @Nullable Exceedance of(Map<WaterItem, BigDecimal> published, WaterClass target, SectionKind kind) {
        WaterItem worst = null;
        BigDecimal worstExcess = BigDecimal.ZERO;
        BigDecimal worstLimit = BigDecimal.ONE;
        for (WaterItem item : ITEMS) {
            BigDecimal value = published.get(item);
            if (value == null) {
                continue;
            }
            BigDecimal limit = SurfaceWaterStandard.upperLimit(item, target, kind);
            BigDecimal excess = value.subtract(limit);
            // excess / limit > worstExcess / worstLimit without dividing: the comparison stays exact.
            if (excess.multiply(worstLimit).compareTo(worstExcess.multiply(limit)) > 0) {
                worst = item;
                worstExcess = excess;
                worstLimit = limit;
            }
        }
        return worst == null ? null : new Exceedance(worst, PublishedValue.ofRatio(worstExcess, worstLimit, DECIMALS));
    }
}
