package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule sees of an entity at one time.
 *
 * @param time event time, epoch milliseconds
 * @param value compared with the rule's ladder; null when it is missing
 * @param tier severity of this sample, for kinds that judge it themselves ({@link RuleKind#judges}); null when there is
 *     none
 * @param muted whether the entity is under maintenance
 * @param evidence points that decide
 * @param endReason why an alert that it ends would end; null for {@link EndReason#CLEARED}
 */
public record Sample(
        long time,
        @Nullable BigDecimal value,
        @Nullable Severity tier,
        boolean muted,
        List<Evidence> evidence,
        @Nullable EndReason endReason)
        implements Serializable {

    public static Sample of(long time, @Nullable BigDecimal value) {
        return new Sample(time, value, null, false, List.of(), null);
    }

    public static Sample missing(long time) {
        return of(time, null);
    }

    static Sample of(Reading reading, @Nullable BigDecimal value, List<Evidence> evidence) {
        return new Sample(reading.time(), value, null, reading.muted(), evidence, null);
    }

    public Sample asMuted() {
        return new Sample(time, value, tier, true, evidence, endReason);
    }
}
