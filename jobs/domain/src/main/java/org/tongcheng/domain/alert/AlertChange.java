package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in an alert's life, as the machine tells of it.
 *
 * @param severity the one that is told: one higher than the values ask for after a rectified alert fired again
 * @param at event time, epoch milliseconds
 * @param value that decided; null when it was missing
 * @param threshold that it was compared with
 * @param evidence points that decided
 * @param flaps how often it rose again after a fall within the last {@link AlertMemory#FLAP_WINDOW}
 * @param endReason of an alert that ended; else null
 */
public record AlertChange(
        AlertState state,
        Severity severity,
        long at,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        List<Evidence> evidence,
        int flaps,
        @Nullable EndReason endReason)
        implements Serializable {

    /** The same, brought about by a correction. */
    AlertChange correctedAt(long when) {
        return againAt(when, endReason == EndReason.CLEARED ? EndReason.DATA_CORRECTED : endReason);
    }

    /** The same, told once more. */
    AlertChange againAt(long when, @Nullable EndReason reason) {
        return new AlertChange(state, severity, when, value, threshold, evidence, flaps, reason);
    }

    /** A step that no value decided. */
    static AlertChange undecided(AlertState state, Severity severity, long at, @Nullable EndReason endReason) {
        return new AlertChange(state, severity, at, null, null, List.of(), 0, endReason);
    }
}
