package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {

    private static final long FAR_FUTURE = 4_102_444_800_000L;

    @Test
    void keepsPortDataAndTransactionsOverARestart(@TempDir Path folder) throws Exception {
        try (LocalKafka kafka = LocalKafka.start(folder)) {
            kafka.createTopics(Map.of("t", 1));
            String before = kafka.bootstrapServers();
            produce(kafka, "one");
            kafka.stop();
            kafka.start();
            produce(kafka, "two");

            assertThat(kafka.bootstrapServers()).isEqualTo(before);
            assertThat(consume(kafka)).containsExactly("one@" + FAR_FUTURE, "two@" + FAR_FUTURE);
        }
    }

    private static void produce(LocalKafka kafka, String value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "writer");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var sent = producer.send(
                    new ProducerRecord<>("t", 0, FAR_FUTURE, null, value.getBytes(StandardCharsets.UTF_8)));
            producer.commitTransaction();
            assertThat(sent).isDone();
        }
    }

    private static List<String> consume(LocalKafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        TopicPartition partition = new TopicPartition("t", 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            long end = CommittedRecords.ends(kafka, List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(new String(record.value(), StandardCharsets.UTF_8) + "@" + record.timestamp());
                }
            }
        }
        return values;
    }
}
