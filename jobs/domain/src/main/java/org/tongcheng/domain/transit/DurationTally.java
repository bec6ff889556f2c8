package org.tongcheng.domain.transit;

import java.util.Arrays;

/** Counts journeys per second of duration: one array access each, until {@link #counts} takes what has come. */
public final class DurationTally {

    private static final int SMALLEST = 1024;

    private int[] bySecond = new int[SMALLEST];

    /**
     * @param seconds 0 to the longest journey
     * @param sign 1 for a journey, -1 for one that came undone
     */
    public void add(int seconds, int sign) {
        if (seconds >= bySecond.length) {
            bySecond = Arrays.copyOf(bySecond, Math.max(seconds + 1, bySecond.length * 2));
        }
        bySecond[seconds] += sign;
    }

    /** All durations whose count is not 0. */
    public DurationCounts counts() {
        int[] seconds = new int[bySecond.length];
        long[] counts = new long[bySecond.length];
        int size = 0;
        for (int second = 0; second < bySecond.length; second++) {
            if (bySecond[second] != 0) {
                seconds[size] = second;
                counts[size++] = bySecond[second];
            }
        }
        return new DurationCounts(Arrays.copyOf(seconds, size), Arrays.copyOf(counts, size));
    }
}
