package org.tongcheng.domain.air;

import java.math.BigDecimal;
import org.tongcheng.domain.feed.AirItem;

/** How a concentration is published: whole ug/m3, CO in tenths of mg/m3, half-even (GB/T 8170). */
final class Concentration {

    private Concentration() {}

    static BigDecimal published(AirItem item, Fraction value) {
        return value.rounded(item == AirItem.CO ? 1 : 0);
    }

    static BigDecimal published(AirItem item, BigDecimal value) {
        return published(item, Fraction.of(value));
    }
}
