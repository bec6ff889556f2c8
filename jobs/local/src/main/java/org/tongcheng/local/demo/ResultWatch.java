package org.tongcheng.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.kafka.KafkaAlertOutputs;
import org.tongcheng.plumbing.ledger.LedgerPoints;
import org.tongcheng.wire.AlertCodec;
import org.tongcheng.wire.ResultCodec;

/**
 * Counts what the jobs have committed to their topics, and keeps the last revision of every point of the ledger
 * and the last record of every alert.
 */
public final class ResultWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaConsumer<byte[], byte[]> impatient;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Result> ledger = new HashMap<>();
    private final Map<String, AlertTransition> alerts = new HashMap<>();
    private final List<AlertTransition> transitions = new ArrayList<>();

    /** @param topics that exist */
    public ResultWatch(String bootstrapServers, Collection<String> topics) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.impatient = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
    }

    /** Reads what is committed now. */
    public void catchUp() {
        readTo(consumer.endOffsets(consumer.assignment()));
    }

    /** Reads all there is, once it is committed: a broker says that it is a little before it is. */
    public void catchUpWithAll() {
        readTo(impatient.endOffsets(consumer.assignment()));
    }

    private void readTo(Map<TopicPartition, Long> now) {
        boolean behind = true;
        while (behind) {
            take(consumer.poll(POLL));
            behind = now.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
        }
    }

    /** Committed records of a topic. */
    public long count(String topic) {
        return counts.getOrDefault(topic, 0L);
    }

    /** Committed results of all jobs. */
    public long results() {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().endsWith(".results"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The offset behind the last record, by partition; the marks of transactions do not count. */
    public Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    /** What became of a feed's records so far. */
    public LedgerCount ledger(Feed feed) {
        return ledger.values().stream()
                .filter(point -> point.tag("feed").equals(feed.topic()))
                .map(LedgerPoints::countOf)
                .reduce(new LedgerCount(feed, 0, 0, 0, 0, 0, 0, 0, 0), LedgerCount::plus);
    }

    /** Every record of an alert. */
    public List<AlertTransition> transitions() {
        return List.copyOf(transitions);
    }

    /** Alerts that go on. */
    public long openAlerts() {
        return alerts.values().stream().filter(alert -> alert.state().open()).count();
    }

    @Override
    public void close() {
        consumer.close();
        impatient.close();
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            counts.merge(record.topic(), 1L, Long::sum);
            ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            if (record.topic().equals(KafkaAlertOutputs.ALERTS)) {
                AlertTransition alert =
                        Objects.requireNonNull(AlertCodec.decode(record.value()).value(), "an alert that is none");
                alerts.put(alert.alertId(), alert);
                transitions.add(alert);
            } else if (isLedger(record.key())) {
                Result point = Objects.requireNonNull(
                        ResultCodec.decode(record.value()).value(), "a result that is none");
                ledger.put(point.series() + " " + point.time(), point);
            }
        }
    }

    /** The key is measurement and tags; most records are spared being decoded. */
    private static boolean isLedger(byte[] key) {
        String prefix = Measurement.FEED_LEDGER_1M.wireName();
        return key.length > prefix.length()
                && prefix.equals(new String(key, 0, prefix.length(), StandardCharsets.UTF_8));
    }
}
