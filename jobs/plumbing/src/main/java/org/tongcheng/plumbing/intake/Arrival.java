package org.tongcheng.plumbing.intake;

import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.wire.Decoded;

/**
 * A record as it arrived, decoded, with its place. It never crosses a channel: the gate stands right behind the
 * source.
 *
 * @param topic topic, or the feed's name for a file
 * @param partition Kafka partition, 0 for a file
 * @param offset Kafka offset, or the line's number from 0
 * @param payload the bytes as they came
 */
public record Arrival<T extends FeedRecord>(
        Decoded<T> decoded, String topic, int partition, long offset, byte[] payload) {}
