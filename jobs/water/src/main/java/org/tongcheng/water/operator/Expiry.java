package org.tongcheng.water.operator;

import java.util.Iterator;
import org.apache.flink.api.common.state.MapState;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;

/** When state about a time dies: a day after the gate lets nothing of that time through, rounded up to whole days. */
final class Expiry {

    private static final long KEPT_MILLIS = Feed.WATER_OBSERVATIONS.lateness().toMillis() + BusinessTime.DAY;

    private Expiry() {}

    /** Few different times, so that a key has few timers. */
    static long of(long time) {
        return Math.floorDiv(time + KEPT_MILLIS, BusinessTime.DAY) * BusinessTime.DAY + BusinessTime.DAY;
    }

    /** Drops what has died by {@code now} from state by time. */
    static void sweep(MapState<Long, ?> byTime, long now) throws Exception {
        for (Iterator<Long> times = byTime.keys().iterator(); times.hasNext(); ) {
            if (of(times.next()) <= now) {
                times.remove();
            }
        }
        if (byTime.isEmpty()) {
            // An emptied map would itself stay in the heap backend, one per key.
            byTime.clear();
        }
    }
}
