package org.tongcheng.domain.feed;

/**
 * A record older than its feed's lateness allows.
 *
 * @param eventTime epoch milliseconds of the record
 * @param oldestAccepted epoch milliseconds: the oldest event time that was still accepted when it came
 * @param payload the known fields of the record as it came
 * @param recordTimestamp epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where unknown
 */
public record LateRecord(
        String feed,
        long eventTime,
        long oldestAccepted,
        String payload,
        String payloadEncoding,
        String topic,
        int partition,
        long offset,
        long recordTimestamp) {}
