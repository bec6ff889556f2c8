package org.tongcheng.local.bench;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tongcheng.local.feeds.GeneratedRecord;
import org.tongcheng.local.feeds.RecordStream;
import org.tongcheng.local.server.LocalKafka;

/** Loads generated taps into a broker. */
final class TapsTopic {

    static final String NAME = "transit.taps";
    static final int PARTITIONS = 4;

    private TapsTopic() {}

    /** @return how many were loaded, at most {@code most} */
    static long load(LocalKafka kafka, RecordStream taps, long most) throws InterruptedException {
        kafka.createTopics(Map.of(NAME, PARTITIONS));
        long loaded = 0;
        try (KafkaProducer<String, byte[]> producer = producer(kafka)) {
            while (loaded < most && taps.hasNext()) {
                GeneratedRecord tap = taps.next();
                var unused = producer.send(new ProducerRecord<>(NAME, null, tap.arrivedAt(), tap.key(), tap.payload()));
                loaded++;
            }
        }
        return loaded;
    }

    /** One that is fast rather than safe. */
    static KafkaProducer<String, byte[]> producer(LocalKafka kafka) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", kafka.bootstrapServers());
        properties.setProperty("acks", "1");
        properties.setProperty("linger.ms", "20");
        properties.setProperty("batch.size", Integer.toString(256 * 1024));
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
