package org.tongcheng.transit.operator;

import org.tongcheng.domain.transit.DurationCounts;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.WindowPart;

/** Parts of windows as the gatherers make them. */
final class SampleParts {

    private SampleParts() {}

    static WindowPart stop(long start, long entries) {
        return stop("stop-1", start, entries);
    }

    static WindowPart stop(String stop, long start, long entries) {
        long[] sums = {entries, 0, entries, 200 * entries};
        return new WindowPart(TransitWindow.STOP, new String[] {"510100", stop}, start, sums, null, null);
    }

    static WindowPart day(long start, long entries) {
        long[] sums = {entries, 0, entries, 200 * entries, 0, 0, 0};
        return new WindowPart(TransitWindow.CITY_DAY, new String[] {"510100"}, start, sums, null, null);
    }

    static WindowPart journeys(long start, long count, long fen, int seconds) {
        return new WindowPart(
                TransitWindow.ORIGIN_DESTINATION,
                new String[] {"510100", "510600"},
                start,
                new long[] {count, fen},
                null,
                new DurationCounts(new int[] {seconds}, new long[] {count}));
    }
}
