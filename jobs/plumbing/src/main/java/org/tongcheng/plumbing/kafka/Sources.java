package org.tongcheng.plumbing.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.LastWatermark;
import org.tongcheng.plumbing.job.StartOffsets;

/** What every Kafka source of the jobs has in common. */
final class Sources {

    /** Kafka's 500 records a poll are too few: the hand-over between threads then costs more than the records. */
    private static final String RECORDS_A_POLL = "1000";

    /** Kafka's 64 KiB are filled many times by one fetch: a call of the system each time. */
    private static final String SOCKET_BUFFER = "1048576";

    private Sources() {}

    /** Reads committed records only and commits its offsets with each checkpoint. */
    static <T> KafkaSource<T> of(
            KafkaSettings kafka, List<String> topics, KafkaRecordDeserializationSchema<T> deserializer) {
        return of(kafka, kafka.startOffsets(), topics, deserializer);
    }

    /** The same, whatever {@code --start-offsets} says. */
    static <T> KafkaSource<T> of(
            KafkaSettings kafka,
            StartOffsets start,
            List<String> topics,
            KafkaRecordDeserializationSchema<T> deserializer) {
        KafkaSourceBuilder<T> builder = builder(kafka, deserializer)
                .setTopics(topics.stream().map(kafka::topic).toList())
                .setStartingOffsets(startingOffsets(start));
        if (kafka.bounded()) {
            builder.setBounded(OffsetsInitializer.latest());
        }
        return builder.build();
    }

    /** Reads just those offsets. */
    static <T> KafkaSource<T> of(
            KafkaSettings kafka, OffsetSpan span, KafkaRecordDeserializationSchema<T> deserializer) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (int number : span.partitions()) {
            TopicPartition partition = new TopicPartition(span.topic(), number);
            starts.put(partition, span.start(number));
            ends.put(partition, span.ends().get(number));
        }
        return builder(kafka, deserializer)
                .setPartitions(new HashSet<>(starts.keySet()))
                .setStartingOffsets(OffsetsInitializer.offsets(starts))
                .setBounded(OffsetsInitializer.offsets(ends))
                .setProperty("commit.offsets.on.checkpoint", "false")
                .build();
    }

    private static <T> KafkaSourceBuilder<T> builder(
            KafkaSettings kafka, KafkaRecordDeserializationSchema<T> deserializer) {
        Properties properties = kafka.client();
        properties.putIfAbsent("isolation.level", "read_committed");
        properties.putIfAbsent("max.poll.records", RECORDS_A_POLL);
        properties.putIfAbsent("receive.buffer.bytes", SOCKET_BUFFER);
        return KafkaSource.<T>builder()
                .setProperties(properties)
                .setBootstrapServers(kafka.bootstrapServers())
                .setGroupId(kafka.consumerGroup())
                .setDeserializer(deserializer);
    }

    /** Reads what other jobs write, in event time up to the last watermark. */
    static <T> DataStream<T> stream(
            StreamExecutionEnvironment environment,
            JobSettings settings,
            KafkaSource<T> source,
            SerializableTimestampAssigner<T> eventTime,
            Duration outOfOrderness,
            String uid) {
        return environment
                .fromSource(
                        source,
                        WatermarkStrategy.<T>forBoundedOutOfOrderness(outOfOrderness)
                                .withTimestampAssigner(eventTime)
                                .withIdleness(settings.idleness()),
                        uid)
                .uid(uid)
                .transform(uid + "-end", source.getProducedType(), new LastWatermark<>())
                .uid(uid + "-end");
    }

    @SuppressWarnings("deprecation") // Flink's connector still takes Kafka's old enumeration
    private static OffsetsInitializer startingOffsets(StartOffsets start) {
        return switch (start) {
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
            case EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
        };
    }
}
