package org.tongcheng.domain.feed;

import org.jspecify.annotations.Nullable;

/**
 * A rejected record, with its reason and its place.
 *
 * @param feed topic of the feed, or of the results when the store refused one
 * @param payload the record as it came, redacted where it may hold a card number, cut where too large
 * @param payloadEncoding {@code utf8} or {@code base64}
 * @param recordTimestamp epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where unknown
 */
public record DeadLetter(
        String feed,
        RejectionReason reason,
        @Nullable String field,
        @Nullable String detail,
        String payload,
        String payloadEncoding,
        String topic,
        int partition,
        long offset,
        long recordTimestamp) {}
