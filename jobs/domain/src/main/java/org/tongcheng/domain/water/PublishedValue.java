package org.tongcheng.domain.water;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.tongcheng.domain.feed.WaterItem;

/** Values as the national platform publishes them; classes are judged on these. */
public final class PublishedValue {

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    private PublishedValue() {}

    /** {@code value} rounded half-even to the item's decimals; 0.003 that would become 0 stays 0.003. */
    public static BigDecimal of(WaterItem item, BigDecimal value) {
        BigDecimal rounded = value.setScale(decimals(item), RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? value.round(ONE_DIGIT) : rounded;
    }

    /** {@code dividend / divisor} in exact arithmetic, rounded likewise to {@code decimals}. */
    static BigDecimal ofRatio(BigDecimal dividend, BigDecimal divisor, int decimals) {
        BigDecimal rounded = dividend.divide(divisor, decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? dividend.divide(divisor, ONE_DIGIT) : rounded;
    }

    private static int decimals(WaterItem item) {
        return switch (item) {
            case PH, ALGAL_DENSITY -> 0;
            case WATER_TEMPERATURE, DISSOLVED_OXYGEN, CONDUCTIVITY, TURBIDITY, CODMN -> 1;
            case NH3_N, TN -> 2;
            case TP, CHLOROPHYLL_A -> 3;
        };
    }
}
