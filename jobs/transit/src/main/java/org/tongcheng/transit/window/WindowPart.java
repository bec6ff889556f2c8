package org.tongcheng.transit.window;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.transit.DurationCounts;

/**
 * What one subtask gathered for one window since its last flush. Parts of a window add up.
 *
 * @param tags values in the order of the measurement's tags
 * @param start of the window, epoch milliseconds
 * @param sums see {@link TransitResults}; may be negative where journeys came undone
 * @param tokens a sketch of {@link UniqueTokens}, where the measurement counts them
 * @param durations where the measurement has percentiles
 */
public record WindowPart(
        TransitWindow window,
        String[] tags,
        long start,
        long[] sums,
        byte @Nullable [] tokens,
        @Nullable DurationCounts durations) {

    public WindowKey key() {
        return new WindowKey(
                window.code(),
                tags[0],
                tags.length > 1 ? tags[1] : "",
                tags.length > 2 ? tags[2] : "",
                window.blockOf(start));
    }
}
