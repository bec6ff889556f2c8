package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an exceedance up the river means for a section below. All times are epoch milliseconds.
 *
 * @param way from the section that exceeded to the one that is warned
 * @param value that exceeded
 * @param severity by the rule's ladder
 * @param at when it did
 * @param outcome {@link EndReason#CONFIRMED}, {@code DISMISSED} or {@code EXPIRED}; null while it is open
 * @param decidedAt when it stopped being open; the end of time while it is
 */
public record EarlyWarning(
        RiverReach way,
        BigDecimal value,
        Severity severity,
        long at,
        @Nullable EndReason outcome,
        long decidedAt) implements Serializable {

    /** When the water arrives. */
    public long expectedAt() {
        return at + way.travelMillis();
    }

    boolean openAt(long time) {
        return at <= time && time < decidedAt;
    }
}
