package org.tongcheng.local.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.local.diff.StandingAlerts.Told;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.wire.AlertCodec;

/**
 * Topics of results, as far as they are committed.
 *
 * @param prefix of the names of the topics
 */
record TopicSide(KafkaSettings kafka, String prefix) implements Side {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String CALL_MILLIS = "10000";

    /** Whether there is any topic of results. */
    boolean exists() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return !topics(consumer).isEmpty();
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    @Override
    public Results read(Scope scope, Path scratch) throws IOException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                PointStore store = new PointStore(scratch)) {
            Set<String> there = topics(consumer);
            if (there.isEmpty()) {
                throw new LocalFailure("Kafka at " + kafka.bootstrapServers() + " has no topic " + prefix
                        + "transit.results, nor any other of results with that prefix");
            }
            for (String topic : TOPICS) {
                if (there.contains(topic + RESULTS) && scope.reads(topic)) {
                    readAll(consumer, topic + RESULTS, record -> add(record, scope, store));
                }
            }
            StandingAlerts alerts = null;
            if (there.contains(Scope.ALERTS) && scope.has(Scope.ALERTS)) {
                StandingAlerts standing = new StandingAlerts(scope.extent());
                readAll(consumer, Scope.ALERTS, record -> standing.add(Told.of(alert(record))));
                alerts = standing;
            }
            return new Results(store.files(), alerts);
        } catch (KafkaException e) {
            throw unreachable(e);
        }
    }

    @Override
    public String toString() {
        return "topics " + prefix + "*" + RESULTS + " of Kafka at " + kafka.bootstrapServers();
    }

    /** What is done with a record. */
    private interface Reader {
        void take(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    private void readAll(KafkaConsumer<byte[], byte[]> consumer, String topic, Reader reader) throws IOException {
        List<TopicPartition> partitions = consumer.partitionsFor(prefix + topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                // What comes while this reads is not part of it.
                Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (record.value() != null && (end == null || record.offset() < end)) {
                    reader.take(record);
                }
            }
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, Scope scope, PointStore store) throws IOException {
        Point point;
        try {
            point = PointLine.read(record.value());
        } catch (IOException e) {
            throw new LocalFailure(place(record) + " is no point: " + e.getMessage(), e);
        }
        if (scope.of(point) != Extent.Place.OUTSIDE) {
            store.add(point);
        }
    }

    private static AlertTransition alert(ConsumerRecord<byte[], byte[]> record) {
        AlertTransition alert = AlertCodec.decode(record.value()).value();
        if (alert == null) {
            throw new LocalFailure(place(record) + " is no alert");
        }
        return alert;
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return "the record at " + record.topic() + "-" + record.partition() + " offset " + record.offset();
    }

    /** Names without the prefix. */
    private Set<String> topics(KafkaConsumer<byte[], byte[]> consumer) {
        Set<String> there = new TreeSet<>();
        Set<String> all = consumer.listTopics().keySet();
        TOPICS.stream().map(topic -> topic + RESULTS).forEach(topic -> there.add(topic));
        there.add(Scope.ALERTS);
        there.removeIf(topic -> !all.contains(prefix + topic));
        return there;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Properties properties = kafka.client();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("allow.auto.create.topics", "false");
        properties.setProperty("default.api.timeout.ms", CALL_MILLIS);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private LocalFailure unreachable(KafkaException cause) {
        return new LocalFailure(
                "Kafka cannot be read at " + kafka.bootstrapServers() + " (--bootstrap-servers): " + cause.getMessage(),
                cause);
    }
}
