package org.tongcheng.alerts.handling;

import org.tongcheng.domain.feed.FeedRecord;

/**
 * A record of {@code alert.actions} as it came.
 *
 * @param recordTimestamp epoch milliseconds, {@link FeedRecord#UNKNOWN_TIME} in files
 */
public record RawAction(byte[] payload, String topic, int partition, long offset, long recordTimestamp) {}
