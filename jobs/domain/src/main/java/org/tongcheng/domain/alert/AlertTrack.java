package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one rule and one entity, beside the entity's values. Where {@link #isEmpty} says so nothing need be
 * kept: {@link #EMPTY} is as good.
 *
 * @param base the machine's memory before the oldest value that is kept
 * @param current its memory after the newest one
 * @param issued by onset: open alerts, and those that corrections could still reach
 */
public record AlertTrack(AlertMemory base, AlertMemory current, List<IssuedAlert> issued) implements Serializable {

    public static final AlertTrack EMPTY = new AlertTrack(AlertMemory.QUIET, AlertMemory.QUIET, List.of());

    /** A track and the changes to issue. */
    public record Moved(AlertTrack track, List<IssuedChange> changes) {}

    /** Whether this says no more than {@link #EMPTY} does. */
    public boolean isEmpty() {
        return issued.isEmpty() && base.equals(AlertMemory.QUIET) && current.equals(AlertMemory.QUIET);
    }

    /**
     * Takes a sample that is newer than all others.
     *
     * @return the track after it, with one change at most
     */
    public Moved advance(AlertMachine machine, Sample sample) {
        AlertStep step = machine.step(current, sample);
        AlertChange change = step.change();
        if (change == null) {
            return new Moved(after(step.memory()), List.of());
        }
        AlertEpisode latest = new AlertEpisode(step.onset(), List.of(change));
        IssuedAlert owner = ownerOf(step.onset());
        IssuedAlert after = (owner == null ? IssuedAlert.unissued(latest) : owner)
                .after(change)
                .standingOn(latest);
        List<IssuedAlert> kept = new ArrayList<>(issued);
        kept.removeIf(alert -> alert.onset() == after.onset());
        kept.add(after);
        kept.sort(Comparator.comparingLong(IssuedAlert::onset));
        return new Moved(new AlertTrack(base, step.memory(), List.copyOf(kept)), List.of(after.issued(change)));
    }

    /**
     * Starts again from the base, after values changed or were added anywhere.
     *
     * @param samples all that are kept, in order of time
     * @param when event time to date what is corrected in the past, not before the newest sample; epoch milliseconds
     */
    public Moved recompute(AlertMachine machine, List<Sample> samples, long when) {
        AlertFold fold = AlertFold.of(machine, base, samples);
        AlertReconciliation found = AlertReconciliation.of(issued, fold.episodes(), when);
        return new Moved(new AlertTrack(base, fold.memory(), found.issued()), found.changes());
    }

    /**
     * Moves the base over the oldest samples, which are kept no longer, and forgets alerts that ended before.
     *
     * @param leaving samples from the base on, in order of time
     * @param keptFrom no sample before this time is kept or will come, epoch milliseconds
     */
    public AlertTrack forget(AlertMachine machine, List<Sample> leaving, long keptFrom) {
        AlertMemory moved = AlertFold.of(machine, base, leaving).memory().at(keptFrom);
        List<IssuedAlert> kept = issued.stream()
                .filter(alert ->
                        !alert.endedBefore(keptFrom) || alert.onset() >= keptFrom || alert.onset() == moved.onset())
                .map(alert -> alert.endedBefore(keptFrom) && alert.ground() != Ground.NONE
                        ? alert.standingOn(Ground.SETTLED)
                        : alert)
                .toList();
        return new AlertTrack(moved, current.at(keptFrom), kept);
    }

    /** Ends what is open, because the rule goes; nothing of the track is needed afterwards. */
    public List<IssuedChange> end(EndReason reason, long when) {
        return issued.stream()
                .filter(IssuedAlert::open)
                .map(alert -> alert.repeated()
                        .issued(AlertChange.undecided(AlertState.RESOLVED, alert.severity(), when, reason)))
                .toList();
    }

    /**
     * The next record of an alert that staff did something about: it stands as it did, and no value decided.
     *
     * @param onset of the alert
     * @param when staff did, epoch milliseconds
     * @return null when the track has no such alert
     */
    public @Nullable Moved touch(long onset, long when) {
        for (IssuedAlert alert : issued) {
            if (alert.onset() == onset) {
                AlertChange same = AlertChange.undecided(alert.state(), alert.severity(), when, alert.endReason());
                IssuedAlert after = alert.repeated();
                List<IssuedAlert> kept = issued.stream()
                        .map(other -> other.onset() == onset ? after : other)
                        .toList();
                return new Moved(new AlertTrack(base, current, kept), List.of(after.issued(same)));
            }
        }
        return null;
    }

    private AlertTrack after(AlertMemory memory) {
        return memory.equals(current) ? this : new AlertTrack(base, memory, issued);
    }

    private @Nullable IssuedAlert ownerOf(long onset) {
        IssuedAlert owner = null;
        for (IssuedAlert alert : issued) {
            if (alert.onset() == onset) {
                return alert;
            }
            owner = alert.ground() == Ground.OWN && alert.from() == onset ? alert : owner;
        }
        return owner;
    }
}
