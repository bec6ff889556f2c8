package org.tongcheng.plumbing.job;

import java.io.Serializable;
import java.time.Duration;
import java.util.Iterator;
import org.apache.flink.api.common.state.MapState;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;

/**
 * When state about a time dies: once the gate lets nothing through any more that would need it, rounded up to whole
 * days, so that a key has few timers.
 *
 * @param keptMillis from the time to its death at least
 */
public record Retention(long keptMillis) implements Serializable {

    /** @param longer than the gate lets through what belongs to the time */
    public static Retention of(Feed feed, Duration longer) {
        return new Retention(feed.lateness().plus(longer).toMillis());
    }

    /** @return the end of the day in which the time is due, epoch milliseconds */
    public long deathOf(long time) {
        return Math.floorDiv(time + keptMillis, BusinessTime.DAY) * BusinessTime.DAY + BusinessTime.DAY;
    }

    /** Drops what has died by {@code now} from state by time. */
    public void sweep(MapState<Long, ?> byTime, long now) throws Exception {
        for (Iterator<Long> times = byTime.keys().iterator(); times.hasNext(); ) {
            if (deathOf(times.next()) <= now) {
                times.remove();
            }
        }
        if (byTime.isEmpty()) {
            // An emptied map would itself stay in the heap backend, one per key.
            byTime.clear();
        }
    }
}
