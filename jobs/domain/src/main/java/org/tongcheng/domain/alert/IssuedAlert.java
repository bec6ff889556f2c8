package org.tongcheng.domain.alert;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an alert that was issued. All times are epoch milliseconds.
 *
 * @param onset its identity, whatever corrections find later
 * @param sequence of the last change issued
 * @param state as last issued
 * @param severity as last issued
 * @param endReason as last issued; null while it is open
 * @param upTo event time up to which it has been told; what is issued later is never dated before
 * @param ground what it stands on
 * @param from onset of the episode that it stands on
 * @param to end of that episode; the end of time while it is open
 */
public record IssuedAlert(
        long onset,
        int sequence,
        AlertState state,
        Severity severity,
        @Nullable EndReason endReason,
        long upTo,
        Ground ground,
        long from,
        long to)
        implements Serializable {

    /** A new alert of which nothing has been issued yet. */
    static IssuedAlert unissued(AlertEpisode episode) {
        return new IssuedAlert(
                episode.onset(),
                -1,
                AlertState.OK,
                episode.last().severity(),
                null,
                AlertMemory.NEVER,
                Ground.OWN,
                episode.onset(),
                episode.end());
    }

    public boolean open() {
        return state.open();
    }

    boolean overlaps(AlertEpisode episode) {
        return from <= episode.end() && episode.onset() <= to;
    }

    /** Whether that has been told. What was merged has an end of its own again when it is told so. */
    boolean shows(AlertChange change) {
        return state == change.state() && severity == change.severity() && endReason != EndReason.MERGED;
    }

    /** What was last issued, told to be this. */
    IssuedChange issued(AlertChange change) {
        return new IssuedChange(onset, sequence, from, change);
    }

    /** Whether its episode ended before. One that was retracted has none. */
    boolean endedBefore(long time) {
        return !open() && (ground == Ground.NONE || to < time);
    }

    IssuedAlert after(AlertChange change) {
        return new IssuedAlert(
                onset,
                sequence + 1,
                change.state(),
                change.severity(),
                change.endReason(),
                Math.max(upTo, change.at()),
                ground,
                from,
                to);
    }

    /** The same was issued once more. */
    IssuedAlert repeated() {
        return new IssuedAlert(onset, sequence + 1, state, severity, endReason, upTo, ground, from, to);
    }

    IssuedAlert standingOn(AlertEpisode episode) {
        long told = Math.max(upTo, episode.last().at());
        return grounded(told, Ground.OWN, episode.onset(), episode.end());
    }

    /** Stands on as much of another alert's episode as was its own, until now at most. */
    IssuedAlert sharing(AlertEpisode episode, long now) {
        return grounded(upTo, Ground.SHARED, from, Math.min(to, Math.min(episode.end(), now)));
    }

    IssuedAlert standingOn(Ground newGround) {
        return grounded(upTo, newGround, from, to);
    }

    private IssuedAlert grounded(long told, Ground newGround, long newFrom, long newTo) {
        return new IssuedAlert(onset, sequence, state, severity, endReason, told, newGround, newFrom, newTo);
    }
}
