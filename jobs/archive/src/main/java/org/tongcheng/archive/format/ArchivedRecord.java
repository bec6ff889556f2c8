package org.tongcheng.archive.format;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;

/**
 * A record as it arrived, and what became of it.
 *
 * @param topic as the brokers name it
 * @param kafkaTimestamp epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where it has none
 * @param key as it came; null where it had none, or may not be kept
 * @param value as it came, or what a dead letter shows where it may not be kept; null where it had none
 * @param eventTime epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where none can be read
 * @param reason wire name of the reason where it was rejected, else null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from Kafka to a file; nobody compares these
public record ArchivedRecord(
        String topic,
        int partition,
        long offset,
        long kafkaTimestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        long eventTime,
        Verdict verdict,
        @Nullable String reason) {

    /** The same record, judged otherwise. */
    public ArchivedRecord with(Verdict other) {
        return new ArchivedRecord(topic, partition, offset, kafkaTimestamp, key, value, eventTime, other, reason);
    }
}
