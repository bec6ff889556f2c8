package org.tongcheng.alerts.watch;

import org.tongcheng.domain.alert.AlertMemory;

/**
 * How far a measurement has come. All times are epoch milliseconds, {@link AlertMemory#NEVER} where there is none.
 *
 * @param start the earliest point that had come when there was first something to judge: from then on is expected what
 *     never was heard
 * @param newest time of the newest point that came; none while points are only awaited, from {@code start} on
 * @param judgedTo up to which its points were judged
 * @param silentTo up to which silence was judged; later than {@code judgedTo} where the clock said so
 * @param settledTo points before it are settled: a correction of them is not looked at
 * @param live whether the newest point was young when it came
 */
public record GroupTime(long start, long newest, long judgedTo, long silentTo, long settledTo, boolean live) {

    public static final GroupTime NONE = new GroupTime(
            AlertMemory.NEVER, AlertMemory.NEVER, AlertMemory.NEVER, AlertMemory.NEVER, AlertMemory.NEVER, false);

    /** Nothing of it has ever come: from now on all is expected that is registered. */
    public static GroupTime awaitedFrom(long now) {
        return new GroupTime(now, AlertMemory.NEVER, AlertMemory.NEVER, AlertMemory.NEVER, AlertMemory.NEVER, true);
    }

    /** Time of the newest point, or since when it is awaited. */
    public long latest() {
        return Math.max(newest, start);
    }

    /**
     * A point came.
     *
     * @param young whether it was when it came
     */
    public GroupTime seen(long time, boolean young) {
        boolean open = silentTo == AlertMemory.NEVER;
        long first = open && (start == AlertMemory.NEVER || time < start) ? time : start;
        return new GroupTime(
                first, Math.max(newest, time), judgedTo, silentTo, settledTo, time >= newest ? young : live);
    }

    public GroupTime judged(long now) {
        return new GroupTime(start, newest, Math.max(judgedTo, now), Math.max(silentTo, now), settledTo, live);
    }

    public GroupTime silentUpTo(long now) {
        return new GroupTime(start, newest, judgedTo, Math.max(silentTo, now), settledTo, live);
    }

    public GroupTime settled(long settled) {
        return new GroupTime(start, newest, judgedTo, silentTo, settled, live);
    }
}
