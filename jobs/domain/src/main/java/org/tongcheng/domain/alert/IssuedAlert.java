package org.tongcheng.domain.alert;

import java.io.Serializable;

/**
 * What is kept of an alert that was issued. All times are epoch milliseconds.
 *
 * @param onset its identity, whatever corrections find later
 * @param sequence of the last change issued
 * @param state as last issued
 * @param severity as last issued
 * @param upTo event time of the last change that is accounted for
 * @param ground what it stands on
 * @param from onset of the episode that it stands on
 * @param to end of that episode; the end of time while it is open
 */
public record IssuedAlert(
        long onset, int sequence, AlertState state, Severity severity, long upTo, Ground ground, long from, long to)
        implements Serializable {

    /** A new alert of which nothing has been issued yet. */
    static IssuedAlert unissued(AlertEpisode episode) {
        return new IssuedAlert(
                episode.onset(),
                -1,
                AlertState.OK,
                episode.last().severity(),
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

    boolean shows(AlertChange change) {
        return state == change.state() && severity == change.severity();
    }

    IssuedAlert after(AlertChange change) {
        return new IssuedAlert(onset, sequence + 1, change.state(), change.severity(), upTo, ground, from, to);
    }

    IssuedAlert standingOn(AlertEpisode episode) {
        return new IssuedAlert(
                onset, sequence, state, severity, episode.last().at(), Ground.OWN, episode.onset(), episode.end());
    }

    /** Stands on as much of another alert's episode as was its own, until now at most. */
    IssuedAlert sharing(AlertEpisode episode, long now) {
        long end = Math.min(to, Math.min(episode.end(), now));
        return new IssuedAlert(onset, sequence, state, severity, upTo, Ground.SHARED, from, end);
    }

    IssuedAlert standingOn(Ground newGround) {
        return new IssuedAlert(onset, sequence, state, severity, upTo, newGround, from, to);
    }

    /** Whether its episode ended before. One that was retracted has none. */
    boolean endedBefore(long time) {
        return !open() && (ground == Ground.NONE || to < time);
    }
}
