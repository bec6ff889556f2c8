package org.tongcheng.local.feeds;

import org.tongcheng.domain.feed.Feed;

/**
 * One record as it arrives.
 *
 * @param key Kafka key: token, station or section
 * @param payload the value; not to be changed
 * @param eventTime epoch milliseconds that the record names; the arrival where it is too broken to name any
 * @param arrivedAt epoch milliseconds, the Kafka record timestamp; what {@code received_timestamp} says too, except in
 *     an exact duplicate, which repeats its original
 * @param fault what is wrong with it, and so what must become of it
 */
@SuppressWarnings("ArrayRecordComponent") // A value to be sent as it is; nobody compares these.
public record GeneratedRecord(Feed feed, String key, byte[] payload, long eventTime, long arrivedAt, FaultKind fault) {}
