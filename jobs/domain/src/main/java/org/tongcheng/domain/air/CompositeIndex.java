package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;

/**
 * The composite index of ambient air quality over a period (HJ 663): per item C / S, summed. C is the mean of the
 * period's valid days, for CO their 95th and for O3 their 90th percentile; S the limit of {@link YearLimits}. Exact until
 * it is published. Smaller is better.
 *
 * @param indices C / S of each item that has a valid day, unweighted
 * @param daysValid days on which all six items are valid
 */
public record CompositeIndex(
        Map<AirItem, Fraction> indices, @Nullable Fraction composite, int daysValid) {

    private static final BigDecimal CO_SHARE = new BigDecimal("0.95");
    private static final BigDecimal O3_SHARE = new BigDecimal("0.90");
    private static final int DECIMALS = 2;

    /**
     * Index of a city over some days. The composite needs all six items.
     *
     * @param days valid values of each day, unrounded: {@link DayValues#values}
     */
    public static CompositeIndex of(Collection<Map<AirItem, Fraction>> days, YearLimits limits, IndexWeights weights) {
        Map<AirItem, Fraction> indices = new EnumMap<>(AirItem.class);
        Fraction sum = Fraction.ZERO;
        for (AirItem item : AirItem.values()) {
            List<Fraction> valid = days.stream()
                    .map(day -> day.get(item))
                    .filter(Objects::nonNull)
                    .toList();
            if (!valid.isEmpty()) {
                Fraction index = concentration(item, valid).dividedBy(limits.of(item));
                indices.put(item, index);
                sum = sum.plus(index.times(weights.of(item)));
            }
        }
        int all = AirItem.values().length;
        int daysValid =
                Math.toIntExact(days.stream().filter(day -> day.size() == all).count());
        return new CompositeIndex(indices, indices.size() == all ? sum : null, daysValid);
    }

    /** An index or the composite as published: two decimals, half-even. */
    public static BigDecimal published(Fraction index) {
        return index.rounded(DECIMALS);
    }

    private static Fraction concentration(AirItem item, List<Fraction> days) {
        return switch (item) {
            case CO -> percentile(days, CO_SHARE);
            case O3 -> percentile(days, O3_SHARE);
            default -> Fraction.mean(days);
        };
    }

    /** HJ 663: the value at rank {@code 1 + (n - 1) * share} of the sorted values, interpolated linearly. */
    static Fraction percentile(List<Fraction> values, BigDecimal share) {
        List<Fraction> sorted = values.stream().sorted().toList();
        BigDecimal position = BigDecimal.valueOf(sorted.size() - 1L).multiply(share);
        int below = position.intValue();
        Fraction low = sorted.get(below);
        Fraction high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        BigDecimal part = position.subtract(BigDecimal.valueOf(below));
        return low.plus(high.minus(low).times(Fraction.of(part)));
    }
}
