package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * The life of one rule's alerts on one entity, sample by sample in order of time:
 *
 * <pre>
 * OK -> PENDING (for) -> FIRING (severity) <-> FIRING (another) -> RECOVERING (clear_for) -> resolved, then OK
 *                        FIRING, RECOVERING, NO_DATA, MUTED -> NO_DATA or MUTED -> as the next value says
 * </pre>
 *
 * <p>A missing or muted sample raises and ends nothing. While an alert is open it turns to NO_DATA or MUTED and keeps its
 * severity; the first value after it is judged as if the alert had been firing. PENDING outlasts missing samples, but not
 * muted ones.
 *
 * @param rule one without problems
 * @param time of the business zone, for the rule's schedule
 * @param rectified when alerts of this rule and entity were marked rectified, epoch milliseconds: what fires again within
 *     {@link #RECURRENCE} of one is told one severity higher for as long as it fires
 */
public record AlertMachine(AlertRule rule, BusinessTime time, List<Long> rectified) {

    public static final long RECURRENCE = BusinessTime.DAY;

    /** The next step. Changes at most one alert. */
    public AlertStep step(AlertMemory memory, Sample sample) {
        AlertMemory now = memory.at(sample.time());
        if (sample.muted() || !rule.schedule().covers(sample.time(), time)) {
            return now.state().open() ? suspend(now, AlertState.MUTED, sample) : AlertStep.silent(now.quiet());
        }
        if (sample.value() == null) {
            return now.state().open() ? suspend(now, AlertState.NO_DATA, sample) : AlertStep.silent(now);
        }
        Severity next = rule.severityAfter(now.severity(), sample);
        if (next == null) {
            return now.state().open() ? recover(now, sample) : AlertStep.silent(now.quiet());
        }
        return now.state().open() ? refire(now, next, sample) : raise(now, next, sample);
    }

    private AlertStep raise(AlertMemory memory, Severity next, Sample sample) {
        long onset = memory.state() == AlertState.PENDING ? memory.onset() : sample.time();
        if (sample.time() - onset < rule.forMillis()) {
            return AlertStep.silent(memory.pending(onset));
        }
        return fire(memory, next, recurs(sample.time()), sample);
    }

    /** In an open alert, which may go on firing as it did. */
    private AlertStep refire(AlertMemory memory, Severity next, Sample sample) {
        if (memory.state() == AlertState.FIRING && next == memory.severity()) {
            return AlertStep.silent(memory);
        }
        boolean biased = memory.biased() || (memory.state() == AlertState.RECOVERING && recurs(sample.time()));
        return fire(memory, next, biased, sample);
    }

    private AlertStep fire(AlertMemory memory, Severity next, boolean biased, Sample sample) {
        AlertMemory firing = memory.firing(next, biased, sample.time());
        if (memory.state() == AlertState.FIRING && memory.toldSeverity() == firing.toldSeverity()) {
            return AlertStep.silent(firing);
        }
        return told(firing, AlertState.FIRING, sample, rule.raiseThreshold(next));
    }

    private AlertStep recover(AlertMemory memory, Sample sample) {
        boolean already = memory.state() == AlertState.RECOVERING;
        AlertMemory recovering = already ? memory : memory.recovering(sample.time());
        BigDecimal threshold = threshold(memory);
        if (sample.time() - recovering.since() >= rule.clearForMillis()) {
            AlertStep step = told(recovering, AlertState.RESOLVED, sample, threshold);
            return new AlertStep(recovering.quiet(), step.onset(), step.change());
        }
        return already ? AlertStep.silent(memory) : told(recovering, AlertState.RECOVERING, sample, threshold);
    }

    private AlertStep suspend(AlertMemory memory, AlertState state, Sample sample) {
        return memory.state() == state
                ? AlertStep.silent(memory)
                : told(memory.suspended(state), state, sample, threshold(memory));
    }

    private @Nullable BigDecimal threshold(AlertMemory memory) {
        Severity severity = memory.severity();
        return severity == null ? null : rule.clearThreshold(severity);
    }

    private AlertStep told(AlertMemory memory, AlertState state, Sample sample, @Nullable BigDecimal threshold) {
        Severity severity = memory.toldSeverity();
        if (severity == null) {
            throw new IllegalStateException("an alert that is " + state + " has a severity");
        }
        AlertChange change = new AlertChange(
                state,
                severity,
                sample.time(),
                sample.value(),
                threshold,
                sample.evidence(),
                memory.rises().size(),
                state.open() ? null : endReason(sample));
        return new AlertStep(memory, memory.onset(), change);
    }

    private static EndReason endReason(Sample sample) {
        EndReason reason = sample.endReason();
        return reason == null ? EndReason.CLEARED : reason;
    }

    private boolean recurs(long at) {
        return rectified.stream().anyMatch(mark -> mark <= at && at - mark < RECURRENCE);
    }
}
