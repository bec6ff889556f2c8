package org.tongcheng.alerts.watch;

import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.alert.AlertTrack;

/**
 * The track of one rule on one entity.
 *
 * @param from readings before it came before the rule did, and do not concern it; epoch milliseconds
 */
public record WatchedTrack(long from, AlertTrack track) {

    /** As good as none. */
    public static final WatchedTrack EMPTY = new WatchedTrack(AlertMemory.NEVER, AlertTrack.EMPTY);

    /** Whether it says no more than none would, where nothing before {@code settledTo} is looked at. */
    public boolean isEmpty(long settledTo) {
        return track.isEmpty() && from <= settledTo;
    }

    public WatchedTrack with(AlertTrack changed) {
        return new WatchedTrack(from, changed);
    }
}
