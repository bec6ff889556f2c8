package org.tongcheng.domain.air;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import org.tongcheng.domain.feed.AirItem;

/**
 * How much each item's ratio counts in the composite index.
 *
 * @param weights by item, not negative; an item that is absent weighs 1
 */
public record IndexWeights(Map<AirItem, BigDecimal> weights) implements Serializable {

    /** Every item weighs 1: the sum as it is. */
    public static final IndexWeights EQUAL = new IndexWeights(Map.of());

    public IndexWeights {
        weights.forEach((item, weight) -> {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("the weight of " + item.wireName() + " is negative: " + weight);
            }
        });
        weights = Map.copyOf(weights);
    }

    Fraction of(AirItem item) {
        return Fraction.of(weights.getOrDefault(item, BigDecimal.ONE));
    }
}
