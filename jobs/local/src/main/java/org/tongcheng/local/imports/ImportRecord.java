package org.tongcheng.local.imports;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;

/**
 * One record on its way to Kafka.
 *
 * @param account of the file it comes from
 * @param key null where none can be read
 * @param timestamp epoch milliseconds; {@link FeedRecord#UNKNOWN_TIME} where neither it nor a record before it has one
 * @param payload the value
 */
record ImportRecord(FileAccount account, @Nullable String key, long timestamp, byte[] payload) {

    boolean isDated() {
        return timestamp != FeedRecord.UNKNOWN_TIME;
    }
}
