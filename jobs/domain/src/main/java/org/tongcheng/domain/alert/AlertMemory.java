package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * All that the machine remembers of one rule and one entity. All times are epoch milliseconds, {@link #NEVER} where there
 * is none.
 *
 * @param state never RESOLVED or RETRACTED: an alert that ended leaves OK behind
 * @param severity the one that the values ask for; null in OK and PENDING
 * @param biased whether the alert is told one severity higher
 * @param onset first sample that met a raise threshold
 * @param since from when the values are within the clear threshold, in RECOVERING
 * @param fellAt when severity last went down
 * @param rises when it went up again after a fall, the newest last
 */
public record AlertMemory(
        AlertState state,
        @Nullable Severity severity,
        boolean biased,
        long onset,
        long since,
        long fellAt,
        List<Long> rises)
        implements Serializable {

    public static final long NEVER = Long.MIN_VALUE;

    /** How long a fall or a rise counts for flapping. */
    public static final long FLAP_WINDOW = BusinessTime.DAY;

    /** More rises than these within a window are not counted. */
    public static final int MOST_RISES = 20;

    /** Nothing is wrong and nothing was. */
    public static final AlertMemory QUIET = new AlertMemory(AlertState.OK, null, false, NEVER, NEVER, NEVER, List.of());

    /** The severity to tell; null in OK and PENDING. */
    public @Nullable Severity toldSeverity() {
        return severity != null && biased ? severity.oneHigher() : severity;
    }

    /** Forgets rises and falls that are too old to count at {@code now}. */
    public AlertMemory at(long now) {
        long oldest = now - FLAP_WINDOW;
        boolean fallIsOld = fellAt != NEVER && fellAt <= oldest;
        if (!fallIsOld && (rises.isEmpty() || rises.get(0) > oldest)) {
            return this;
        }
        List<Long> recent = rises.stream().filter(rise -> rise > oldest).toList();
        return new AlertMemory(state, severity, biased, onset, since, fallIsOld ? NEVER : fellAt, recent);
    }

    AlertMemory pending(long from) {
        return new AlertMemory(AlertState.PENDING, null, false, from, NEVER, fellAt, rises);
    }

    AlertMemory quiet() {
        return state == AlertState.OK ? this : new AlertMemory(AlertState.OK, null, false, NEVER, NEVER, fellAt, rises);
    }

    /** Fires with a severity, from {@code now} on; the onset is the pending one's, where there is one. */
    AlertMemory firing(Severity next, boolean nextBiased, long now) {
        Severity told = nextBiased ? next.oneHigher() : next;
        int order = severity == null || state == AlertState.RECOVERING ? 1 : told.compareTo(told());
        List<Long> nextRises = order > 0 && fellAt != NEVER ? withRise(now) : rises;
        long nextFall = order == 0 ? fellAt : order < 0 ? now : NEVER;
        long nextOnset = onset == NEVER ? now : onset;
        return new AlertMemory(AlertState.FIRING, next, nextBiased, nextOnset, NEVER, nextFall, nextRises);
    }

    AlertMemory recovering(long from) {
        return new AlertMemory(AlertState.RECOVERING, severity, biased, onset, from, from, rises);
    }

    AlertMemory suspended(AlertState next) {
        return new AlertMemory(next, severity, biased, onset, NEVER, fellAt, rises);
    }

    private Severity told() {
        Severity told = toldSeverity();
        if (told == null) {
            throw new IllegalStateException(state + " has no severity");
        }
        return told;
    }

    private List<Long> withRise(long now) {
        List<Long> more = new ArrayList<>(rises.subList(rises.size() < MOST_RISES ? 0 : 1, rises.size()));
        more.add(now);
        return List.copyOf(more);
    }
}
