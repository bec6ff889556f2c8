package org.tongcheng.alerts.watch;

import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;

/**
 * How long points can still be corrected, and so how long readings are kept. Observations come up to 35 days late. Taps
 * come two days late at most, but a late tap in a past minute decides nothing: minutes and quarters are settled after six
 * hours, so that a busy network keeps few of them.
 */
public final class Keeping {

    private static final long MINUTES_KEPT = 6 * BusinessTime.HOUR;
    private static final long OTHERS_KEPT = Feed.AIR_OBSERVATIONS.lateness().toMillis() + BusinessTime.DAY;

    private Keeping() {}

    /** Whether the points of a measurement are shorter than an hour. */
    public static boolean withinHours(String measurement) {
        return measurement.endsWith("_1m") || measurement.endsWith("_15m");
    }

    /** Milliseconds of event time. */
    public static long millis(String measurement) {
        return withinHours(measurement) ? MINUTES_KEPT : OTHERS_KEPT;
    }

    /** When something of this time is looked at next to be forgotten: at the next full hour, or day, of UTC. */
    public static long nextSweep(String measurement, long time) {
        long period = period(measurement);
        return Math.floorDiv(time, period) * period + period;
    }

    /** Whether a timer of this time is one of {@link #nextSweep}. */
    public static boolean sweeps(String measurement, long time) {
        return Math.floorMod(time, period(measurement)) == 0;
    }

    private static long period(String measurement) {
        return withinHours(measurement) ? BusinessTime.HOUR : BusinessTime.DAY;
    }
}
