package org.tongcheng.local.bench;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.feeds.GeneratedRecord;
import org.tongcheng.local.feeds.RecordStream;
import org.tongcheng.local.server.LocalKafka;

/** Loads generated feeds into a broker. */
final class FeedTopics {

    private static final int PARTITIONS = 2;

    private FeedTopics() {}

    /** @return bytes of all payloads */
    static long load(LocalKafka kafka, RecordStream records) throws InterruptedException {
        Map<String, Integer> topics = new HashMap<>();
        for (Feed feed : Feed.values()) {
            topics.put(feed.topic(), PARTITIONS);
        }
        kafka.createTopics(topics);
        long bytes = 0;
        try (KafkaProducer<String, byte[]> producer = TapsTopic.producer(kafka)) {
            while (records.hasNext()) {
                GeneratedRecord next = records.next();
                var unused = producer.send(
                        new ProducerRecord<>(next.feed().topic(), null, next.arrivedAt(), next.key(), next.payload()));
                bytes += next.payload().length;
            }
        }
        return bytes;
    }
}
