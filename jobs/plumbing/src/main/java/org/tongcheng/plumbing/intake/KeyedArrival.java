package org.tongcheng.plumbing.intake;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;

/**
 * An arrival with all that Kafka says of it. It never crosses a channel.
 *
 * @param key null where the record has none
 * @param value null where the record has none
 * @param timestamp epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; nobody compares these
public record KeyedArrival<T extends FeedRecord>(
        Arrival<T> arrival, byte @Nullable [] key, byte @Nullable [] value, long timestamp) {}
