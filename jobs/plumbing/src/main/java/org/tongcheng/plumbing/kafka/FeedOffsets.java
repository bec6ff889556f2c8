package org.tongcheng.plumbing.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.plumbing.job.KafkaSettings;

/** Finds by time what of a feed's topic a replay has to read. */
public final class FeedOffsets {

    private FeedOffsets() {}

    /**
     * The offsets that hold whatever the range takes: from where the first of its events may have arrived, which is some
     * hours before it where a clock is fast, to where the last of them would be late. Behind that only a partition that
     * has been silent ever since could bring one.
     */
    public static OffsetSpan of(KafkaSettings kafka, Feed feed, ReplayRange range) {
        Properties properties = kafka.client();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("enable.auto.commit", "false");
        String topic = kafka.topic(feed.topic());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            LongFunction<Map<TopicPartition, OffsetAndTimestamp>> at = time -> {
                Map<TopicPartition, Long> times = new HashMap<>();
                partitions.forEach(partition -> times.put(partition, Math.max(0, time)));
                return consumer.offsetsForTimes(times);
            };
            long ahead = Feed.FUTURE_LIMIT.toMillis();
            return new OffsetSpan(
                    topic,
                    byNumber(consumer.beginningOffsets(partitions)),
                    byNumber(orEnd(at.apply(range.firstEventTime() - ahead), ends)),
                    byNumber(orEnd(
                            at.apply(range.endOfEventTimes() + feed.lateness().toMillis() + ahead), ends)));
        }
    }

    /** Nothing is dated so late: all of it is before. */
    private static Map<TopicPartition, Long> orEnd(
            Map<TopicPartition, OffsetAndTimestamp> found, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        found.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> numbered = new HashMap<>();
        offsets.forEach((partition, offset) -> numbered.put(partition.partition(), offset));
        return numbered;
    }
}
