package org.tongcheng.domain.water;

import java.math.BigDecimal;
import java.util.List;
import org.tongcheng.domain.feed.WaterItem;

/** Limits of GB 3838-2002 table 1 for the items that decide an automatic section's class, in mg/L (pH without unit). */
public final class SurfaceWaterStandard {

    /** The five that decide the class, in the order in which they are listed. Total nitrogen never counts. */
    public static final List<WaterItem> CLASS_ITEMS =
            List.of(WaterItem.PH, WaterItem.DISSOLVED_OXYGEN, WaterItem.CODMN, WaterItem.NH3_N, WaterItem.TP);

    private static final BigDecimal LOWEST_PH = new BigDecimal("6");
    private static final BigDecimal HIGHEST_PH = new BigDecimal("9");
    // Of oxygen more is better: turned around, its least values are upper limits like the others'.
    private static final List<BigDecimal> NEGATED_DISSOLVED_OXYGEN = limits("-7.5 -6 -5 -3 -2");
    private static final List<BigDecimal> CODMN = limits("2 4 6 10 15");
    private static final List<BigDecimal> NH3_N = limits("0.15 0.5 1.0 1.5 2.0");
    private static final List<BigDecimal> TP_RIVER = limits("0.02 0.1 0.2 0.3 0.4");
    private static final List<BigDecimal> TP_LAKE = limits("0.01 0.025 0.05 0.1 0.2");

    private SurfaceWaterStandard() {}

    /**
     * Class of one item alone.
     *
     * @param value as published
     * @throws IllegalArgumentException when the item does not decide the class
     */
    public static WaterClass classOf(WaterItem item, BigDecimal value, SectionKind kind) {
        return switch (item) {
            case PH ->
                value.compareTo(LOWEST_PH) >= 0 && value.compareTo(HIGHEST_PH) <= 0
                        ? WaterClass.I
                        : WaterClass.WORSE_THAN_V;
            case DISSOLVED_OXYGEN -> classWithin(value.negate(), NEGATED_DISSOLVED_OXYGEN);
            default -> classWithin(value, upperLimits(item, kind));
        };
    }

    /**
     * Largest value of CODMn, ammonia nitrogen or total phosphorus within {@code waterClass}, I to V.
     *
     * @throws IllegalArgumentException for other items
     */
    public static BigDecimal upperLimit(WaterItem item, WaterClass waterClass, SectionKind kind) {
        return upperLimits(item, kind).get(waterClass.number() - 1);
    }

    private static WaterClass classWithin(BigDecimal value, List<BigDecimal> upperLimits) {
        int limitsBelow = (int)
                upperLimits.stream().filter(limit -> value.compareTo(limit) > 0).count();
        return WaterClass.ofNumber(limitsBelow + 1);
    }

    private static List<BigDecimal> upperLimits(WaterItem item, SectionKind kind) {
        return switch (item) {
            case CODMN -> CODMN;
            case NH3_N -> NH3_N;
            case TP -> kind == SectionKind.LAKE ? TP_LAKE : TP_RIVER;
            default -> throw new IllegalArgumentException(item.wireName() + " has no upper limits by class");
        };
    }

    private static List<BigDecimal> limits(String text) {
        return List.of(text.split(" ", -1)).stream().map(BigDecimal::new).toList();
    }
}
