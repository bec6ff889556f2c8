package org.tongcheng.wire;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Rejection;

/**
 * What decoding made of a payload: a value or a rejection, never both.
 *
 * @param arrivedAt epoch milliseconds: the record's timestamp, else its {@code received_timestamp} where readable,
 *     else its event time where readable, else {@link org.tongcheng.domain.feed.FeedRecord#UNKNOWN_TIME}
 */
public record Decoded<T>(@Nullable T value, @Nullable Rejection rejection, long arrivedAt) {

    public static <T> Decoded<T> of(T value, long arrivedAt) {
        return new Decoded<>(value, null, arrivedAt);
    }

    public static <T> Decoded<T> rejected(Rejection rejection, long arrivedAt) {
        return new Decoded<>(null, rejection, arrivedAt);
    }
}
