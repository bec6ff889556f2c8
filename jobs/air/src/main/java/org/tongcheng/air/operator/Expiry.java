package org.tongcheng.air.operator;

import java.time.LocalDate;
import java.util.Iterator;
import org.apache.flink.api.common.state.MapState;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;

/**
 * When state about a time dies: once the gate lets nothing through any more that would need it. An hour serves its
 * natural day and the flat lines of the next hours, so it is kept two days longer than the gate is open for it.
 */
final class Expiry {

    private static final long KEPT_MILLIS = Feed.AIR_OBSERVATIONS.lateness().toMillis() + 2 * BusinessTime.DAY;

    private Expiry() {}

    /** Death of an hour or day, rounded up to whole days, so that a key has few timers. */
    static long of(long time) {
        return Math.floorDiv(time + KEPT_MILLIS, BusinessTime.DAY) * BusinessTime.DAY + BusinessTime.DAY;
    }

    /** Death of a day that the rest of its month builds on. */
    static long ofMonthOf(long dayStart, BusinessTime time) {
        LocalDate day = time.dayOf(dayStart);
        return of(time.startOf(day.plusMonths(1).withDayOfMonth(1)));
    }

    /** Drops what has died by {@code now} from state by hour or day. */
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
