package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import org.tongcheng.domain.feed.WireNamed;

/** On which side of a threshold a value is wrong. */
public enum Direction implements WireNamed {
    ABOVE,
    AT_LEAST,
    BELOW,
    AT_MOST;

    /** Whether the value is on the wrong side. A threshold is met when it is, and cleared when it is not. */
    public boolean beyond(BigDecimal value, BigDecimal threshold) {
        int order = value.compareTo(threshold);
        return switch (this) {
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
        };
    }

    /** Whether greater is worse. */
    public boolean upward() {
        return this == ABOVE || this == AT_LEAST;
    }
}
