package org.tongcheng.wire;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;

/**
 * What decoding made of a payload: a value or a rejection, never both.
 *
 * @param arrivedAt epoch milliseconds: the record's timestamp, else its {@code received_timestamp} where readable,
 *     else its event time where readable, else {@link FeedRecord#UNKNOWN_TIME}
 * @param recordedAt of a rejected record: the same without the event time; a value knows its own
 */
public record Decoded<T>(@Nullable T value, @Nullable Rejection rejection, long arrivedAt, long recordedAt) {

    public static <T> Decoded<T> of(T value, long arrivedAt) {
        return new Decoded<>(value, null, arrivedAt, FeedRecord.UNKNOWN_TIME);
    }

    /** A record whose arrival was recorded, or of which nothing can be read. */
    public static <T> Decoded<T> rejected(Rejection rejection, long arrivedAt) {
        return rejected(rejection, arrivedAt, arrivedAt);
    }

    static <T> Decoded<T> rejected(Rejection rejection, long arrivedAt, long recordedAt) {
        return new Decoded<>(null, rejection, arrivedAt, recordedAt);
    }
}
