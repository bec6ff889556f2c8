package org.tongcheng.local.imports;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Reason;

/**
 * The feeds' topics. Every record is acknowledged by all replicas in sync, once and in its partition's order, whatever
 * is sent again on the way; a second import of a file sends it all once more.
 */
final class KafkaTarget implements ImportTarget {

    private final KafkaSettings kafka;
    private final KafkaProducer<String, byte[]> producer;
    private volatile @Nullable Exception failure;

    KafkaTarget(KafkaSettings kafka) {
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(properties(kafka), new StringSerializer(), new ByteArraySerializer());
    }

    private static Properties properties(KafkaSettings kafka) {
        Properties properties = kafka.client();
        properties.setProperty("acks", "all");
        properties.setProperty("enable.idempotence", "true");
        properties.putIfAbsent("compression.type", "lz4");
        properties.putIfAbsent("linger.ms", "20");
        properties.putIfAbsent("batch.size", "131072");
        return properties;
    }

    @Override
    public void send(ImportRecord record) {
        failFast();
        Long timestamp = record.isDated() ? record.timestamp() : null;
        FileAccount account = record.account();
        var sent = producer.send(
                new ProducerRecord<>(
                        kafka.topic(account.file().feed().topic()), null, timestamp, record.key(), record.payload()),
                (place, problem) -> {
                    if (problem == null) {
                        account.addSent();
                    } else {
                        failure = problem;
                    }
                });
        if (sent.isCancelled()) {
            throw new IllegalStateException("a record was not sent");
        }
    }

    @Override
    public void flush() {
        producer.flush();
        failFast();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private void failFast() {
        Exception cause = failure;
        if (cause != null) {
            throw new LocalFailure(
                    "Kafka at " + kafka.bootstrapServers() + " does not take the records: " + Reason.of(cause), cause);
        }
    }
}
