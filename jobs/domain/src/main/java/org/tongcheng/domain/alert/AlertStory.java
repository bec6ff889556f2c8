package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the days of an alert need to know of it. All times are epoch milliseconds.
 *
 * @param foundAt what its first record is dated
 * @param lives when it began and ended, in order; firing stands for all states in which it goes on
 * @param handlings when staff got further with it, or it fired again, in order
 */
public record AlertStory(long onset, long foundAt, List<Life> lives, List<Progress> handlings) implements Serializable {

    /** From when on it goes on, is resolved or is retracted. */
    public record Life(long at, AlertState state) implements Serializable {}

    /** From when on it is handled that far. */
    public record Progress(long at, HandlingStatus status) implements Serializable {}

    /**
     * Takes the records of an alert in the order of their sequence.
     *
     * @param before null for the first
     */
    public static AlertStory after(@Nullable AlertStory before, AlertTransition issued) {
        AlertStory known = before == null ? new AlertStory(issued.onset(), issued.at(), List.of(), List.of()) : before;
        AlertState state = issued.state().open() ? AlertState.FIRING : issued.state();
        AlertHandling handling = issued.handling();
        HandlingStatus status = handling == null ? HandlingStatus.OPEN : handling.status();
        return new AlertStory(
                known.onset, known.foundAt, known.lived(state, issued.at()), known.got(status, handling, issued.at()));
    }

    /** Whether it goes on as far as it has been told. */
    public boolean open() {
        return lives.get(lives.size() - 1).state() == AlertState.FIRING;
    }

    /** When it last began or ended. */
    public long turnedAt() {
        return lives.get(lives.size() - 1).at();
    }

    /** Whether it went on at some time from {@code start} on, before {@code end}. */
    boolean wentOn(long start, long end) {
        Life atStart = lifeBefore(start);
        return (atStart != null && atStart.state() == AlertState.FIRING)
                || lives.stream()
                        .anyMatch(life -> life.state() == AlertState.FIRING && life.at() >= start && life.at() < end);
    }

    /** What was so right before a time; null when it was not found yet. */
    @Nullable
    Life lifeBefore(long time) {
        Life found = null;
        for (Life life : lives) {
            found = life.at() < time ? life : found;
        }
        return found;
    }

    /** How it was handled right before a time. */
    AlertHandling handlingBefore(long time) {
        HandlingStatus found = HandlingStatus.OPEN;
        for (Progress progress : handlings) {
            found = progress.at() < time ? progress.status() : found;
        }
        return new AlertHandling(onset, found, null, null, 0, null);
    }

    private List<Life> lived(AlertState state, long at) {
        if (!lives.isEmpty() && lives.get(lives.size() - 1).state() == state) {
            return lives;
        }
        List<Life> longer = new ArrayList<>(lives);
        longer.add(new Life(lives.isEmpty() ? at : Math.max(at, turnedAt()), state));
        return List.copyOf(longer);
    }

    /** Staff's steps are dated as they date them, others as the record is. */
    private List<Progress> got(HandlingStatus status, @Nullable AlertHandling handling, long at) {
        Progress latest = handlings.isEmpty() ? null : handlings.get(handlings.size() - 1);
        if (status == (latest == null ? HandlingStatus.OPEN : latest.status())) {
            return handlings;
        }
        AlertAction last = handling == null ? null : handling.last();
        long when = status == HandlingStatus.OPEN || last == null ? at : last.at();
        List<Progress> longer = new ArrayList<>(handlings);
        longer.add(new Progress(latest == null ? when : Math.max(when, latest.at()), status));
        return List.copyOf(longer);
    }
}
