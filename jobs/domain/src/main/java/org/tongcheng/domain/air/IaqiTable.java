package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breakpoints of one pollutant and averaging time, and the individual index (IAQI) between them: HJ 633, formula 1.
 * Concentrations are in ug/m3, CO in mg/m3.
 */
final class IaqiTable {

    private static final int[] INDICES = {0, 50, 100, 150, 200, 300, 400, 500};

    private final List<BigDecimal> breakpoints;
    private final @Nullable Integer above;

    private IaqiTable(List<BigDecimal> breakpoints, @Nullable Integer above) {
        this.breakpoints = breakpoints;
        this.above = above;
    }

    /** A table up to index 500, which is also the index of everything above. */
    static IaqiTable full(int... breakpoints) {
        return endingAt(500, breakpoints);
    }

    /**
     * A table that may end early.
     *
     * @param above index above the last breakpoint, null where there is none
     */
    static IaqiTable endingAt(@Nullable Integer above, int... breakpoints) {
        return new IaqiTable(
                Arrays.stream(breakpoints).mapToObj(BigDecimal::valueOf).toList(), above);
    }

    /**
     * Individual index, rounded up in exact arithmetic.
     *
     * @param concentration not negative
     * @return null where the standard gives none
     */
    @Nullable
    Integer index(Fraction concentration) {
        for (int i = 1; i < breakpoints.size(); i++) {
            if (concentration.compareTo(Fraction.of(breakpoints.get(i))) <= 0) {
                return between(i, concentration);
            }
        }
        return above;
    }

    private int between(int high, Fraction concentration) {
        BigDecimal low = breakpoints.get(high - 1);
        int lowIndex = INDICES[high - 1];
        return Fraction.of(BigDecimal.valueOf(INDICES[high] - lowIndex))
                        .times(concentration.minus(Fraction.of(low)))
                        .dividedBy(breakpoints.get(high).subtract(low))
                        .roundedUp()
                + lowIndex;
    }
}
