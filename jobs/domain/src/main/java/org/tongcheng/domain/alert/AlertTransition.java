package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of the topic {@code alerts}: a change in an alert's life. All times are epoch milliseconds, event time.
 *
 * @param alertId see {@link AlertId}
 * @param family of the rule
 * @param joint the joint alert that stands for this one, if it fires, see {@link JointCover}; empty when there is none
 * @param measurement that the rule looks at, see {@link RuleInput}
 * @param onset first sample that met a raise threshold, as it was known when the alert was first issued
 * @param correctedOnset that sample by the values as they are now, where corrections moved it; else null
 * @param at when the change came about; for what a correction brought, when the correction did
 * @param sequence 0 for the alert's first record, then one more each time
 * @param value that decided; null when it was missing, or none decided
 * @param threshold that it was compared with; null when there was none
 * @param texts rendered
 * @param evidence points that decided
 * @param flaps how often the alert rose again after a fall, within a day
 * @param endReason of an alert that ended; else null
 * @param handling what staff did about it; null when nothing
 */
public record AlertTransition(
        String alertId,
        String ruleId,
        int ruleVersion,
        String family,
        String joint,
        String measurement,
        AlertState state,
        Severity severity,
        AlertEntity entity,
        long onset,
        @Nullable Long correctedOnset,
        long at,
        int sequence,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        AlertTexts texts,
        List<Evidence> evidence,
        int flaps,
        @Nullable EndReason endReason,
        @Nullable AlertHandling handling)
        implements Serializable {

    /**
     * The transition of a change, with its texts rendered.
     *
     * @param joint see {@link JointCover}
     */
    public static AlertTransition of(
            AlertRule rule, AlertEntity entity, String joint, IssuedChange issued, TextRendering rendering) {
        AlertChange change = issued.change();
        return new AlertTransition(
                AlertId.of(rule, entity, issued.onset()),
                rule.id(),
                rule.version(),
                rule.family(),
                joint,
                rule.input().measurement(),
                change.state(),
                change.severity(),
                entity,
                issued.onset(),
                issued.from() == issued.onset() ? null : issued.from(),
                change.at(),
                issued.sequence(),
                change.value(),
                change.threshold(),
                rendering.render(rule.texts(), entity, issued),
                change.evidence(),
                change.flaps(),
                change.endReason(),
                null);
    }

    /** When it began by the values as they are now, epoch milliseconds. */
    public long beganAt() {
        return correctedOnset == null ? onset : correctedOnset;
    }

    public AlertTransition with(@Nullable AlertHandling newHandling) {
        return copy(at, sequence, newHandling);
    }

    /** The same as another record of the alert. */
    AlertTransition numbered(int newSequence, long newAt) {
        return copy(newAt, newSequence, handling);
    }

    private AlertTransition copy(long newAt, int newSequence, @Nullable AlertHandling newHandling) {
        return new AlertTransition(
                alertId,
                ruleId,
                ruleVersion,
                family,
                joint,
                measurement,
                state,
                severity,
                entity,
                onset,
                correctedOnset,
                newAt,
                newSequence,
                value,
                threshold,
                texts,
                evidence,
                flaps,
                endReason,
                newHandling);
    }
}
