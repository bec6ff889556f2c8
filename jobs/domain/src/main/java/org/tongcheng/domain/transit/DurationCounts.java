package org.tongcheng.domain.transit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How many journeys took how many seconds: exact, whatever the order in which they are added. Counts may be negative
 * while a part tells of journeys that came undone; in the sum they are not.
 *
 * @param seconds ascending
 * @param counts of each, never 0
 */
public record DurationCounts(int[] seconds, long[] counts) {

    public static final DurationCounts NONE = new DurationCounts(new int[0], new long[0]);

    public DurationCounts plus(DurationCounts other) {
        int[] mergedSeconds = new int[seconds.length + other.seconds.length];
        long[] mergedCounts = new long[mergedSeconds.length];
        int size = 0;
        int here = 0;
        int there = 0;
        while (here < seconds.length || there < other.seconds.length) {
            int second = Math.min(at(seconds, here), at(other.seconds, there));
            long count = 0;
            if (at(seconds, here) == second) {
                count += counts[here++];
            }
            if (at(other.seconds, there) == second) {
                count += other.counts[there++];
            }
            if (count != 0) {
                mergedSeconds[size] = second;
                mergedCounts[size++] = count;
            }
        }
        return new DurationCounts(Arrays.copyOf(mergedSeconds, size), Arrays.copyOf(mergedCounts, size));
    }

    public long total() {
        return Arrays.stream(counts).sum();
    }

    /**
     * The value at place k = 1 + (n - 1) * share of the sorted durations, interpolated linearly.
     *
     * @param share 0 to 1
     * @throws IllegalStateException when there is no journey
     */
    public BigDecimal percentile(BigDecimal share) {
        long total = total();
        if (total <= 0) {
            throw new IllegalStateException("no journeys, no percentile");
        }
        BigDecimal place = share.multiply(BigDecimal.valueOf(total - 1));
        long below = place.setScale(0, RoundingMode.FLOOR).longValueExact();
        int low = atRank(below);
        int high = atRank(Math.min(below + 1, total - 1));
        BigDecimal part = place.subtract(BigDecimal.valueOf(below));
        return BigDecimal.valueOf(low).add(part.multiply(BigDecimal.valueOf(high - low)));
    }

    private int atRank(long rank) {
        long passed = 0;
        for (int i = 0; i < seconds.length; i++) {
            passed += counts[i];
            if (passed > rank) {
                return seconds[i];
            }
        }
        throw new IllegalStateException("fewer journeys than counted");
    }

    private static int at(int[] values, int index) {
        return index < values.length ? values[index] : Integer.MAX_VALUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DurationCounts that
                && Arrays.equals(seconds, that.seconds)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(seconds) + Arrays.hashCode(counts);
    }
}
