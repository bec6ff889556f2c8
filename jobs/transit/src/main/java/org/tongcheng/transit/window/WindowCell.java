package org.tongcheng.transit.window;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.transit.DurationCounts;

/**
 * One window in state.
 *
 * @param start of the window, epoch milliseconds
 * @param revision of the next issue
 * @param changed whether it has changed since the last issue
 * @param sums see {@link TransitResults}
 */
public record WindowCell(
        long start,
        int revision,
        boolean changed,
        long[] sums,
        byte @Nullable [] tokens,
        @Nullable DurationCounts durations) {

    public static WindowCell of(WindowPart part) {
        return new WindowCell(part.start(), 0, true, part.sums(), part.tokens(), part.durations());
    }

    public WindowCell plus(WindowPart part) {
        long[] total = new long[sums.length];
        for (int i = 0; i < total.length; i++) {
            total[i] = sums[i] + part.sums()[i];
        }
        return new WindowCell(
                start, revision, true, total, union(tokens, part.tokens()), merged(durations, part.durations()));
    }

    /** The window after an issue: the next one is a revision. */
    public WindowCell issued() {
        return new WindowCell(start, revision + 1, false, sums, tokens, durations);
    }

    /** The window when there was nothing to issue. */
    public WindowCell unchanged() {
        return new WindowCell(start, revision, false, sums, tokens, durations);
    }

    /** Whether nothing is left of it, because all that was counted came undone. */
    public boolean empty() {
        for (long sum : sums) {
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] union(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return UniqueTokens.union(one, other);
    }

    private static @Nullable DurationCounts merged(@Nullable DurationCounts one, @Nullable DurationCounts other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.plus(other);
    }
}
