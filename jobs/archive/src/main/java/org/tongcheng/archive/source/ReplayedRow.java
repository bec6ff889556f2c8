package org.tongcheng.archive.source;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.RejectionReason;

/**
 * A record out of the archive.
 *
 * @param topic as the brokers named it
 * @param kafkaTimestamp epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} where it had none
 * @param payload as it came; empty where it had none
 * @param redacted why it was rejected, where its payload was not kept, or not the whole of it; else null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a decoder; nobody compares these
public record ReplayedRow(
        String topic,
        int partition,
        long offset,
        long kafkaTimestamp,
        byte[] payload,
        @Nullable RejectionReason redacted) {}
