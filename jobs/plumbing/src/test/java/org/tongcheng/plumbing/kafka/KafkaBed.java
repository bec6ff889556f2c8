package org.tongcheng.plumbing.kafka;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.PlainDecoder;
import org.tongcheng.testkit.PlainRecord;
import org.tongcheng.testkit.TestBroker;
import org.tongcheng.testkit.TestTopics;

/** A broker with the topics of one test, and what tests do with it. */
@SuppressWarnings("try") // closing may be interrupted
public final class KafkaBed implements AutoCloseable {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final String PREFIX = "test.";

    public final JobSettings settings;
    private final TestBroker broker;

    public KafkaBed(Path folder, String... more) {
        broker = TestBroker.start(folder);
        List<String> arguments = new ArrayList<>();
        arguments.add("--bootstrap-servers=" + broker.bootstrapServers());
        arguments.add("--topic-prefix=" + PREFIX);
        arguments.add("--checkpoint-interval=500ms");
        arguments.add("--parallelism=2");
        arguments.addAll(List.of(more));
        settings = Settings.read(arguments.toArray(new String[0]), Map.of(), read -> JobSettings.from(read, "plain"));
        KafkaReachability.createTopics(
                settings.kafka(),
                List.of(
                        TopicPlan.of("air.observations", 2),
                        TopicPlan.of("air.results", 2),
                        TopicPlan.of("deadletters", 1),
                        TopicPlan.of("late", 1),
                        TopicPlan.of("alerts", 2),
                        TopicPlan.of("alert.results", 2),
                        TopicPlan.of("alert.actions", 2),
                        TopicPlan.reference()));
    }

    public StreamExecutionEnvironment environment() {
        return StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), settings);
    }

    public DataStream<Arrival<PlainRecord>> feed(StreamExecutionEnvironment environment) {
        return KafkaFeedSource.stream(
                environment,
                settings,
                new PlainDecoder(Feed.AIR_OBSERVATIONS),
                TypeInformation.of(new TypeHint<>() {}),
                Duration.ofSeconds(1),
                "plain-source");
    }

    /** With the timestamp 7000. */
    public void send(String topic, int partition, String... values) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String value : values) {
            records.add(new ProducerRecord<>(
                    PREFIX + topic, partition, 7_000L, null, value.getBytes(StandardCharsets.UTF_8)));
        }
        TestTopics.send(broker.bootstrapServers(), records);
    }

    /** Under a key; a record without a value takes back what the key had. */
    void send(String topic, String key, byte @Nullable [] value) {
        TestTopics.send(
                broker.bootstrapServers(),
                List.of(new ProducerRecord<>(
                        PREFIX + topic, null, 7_000L, key.getBytes(StandardCharsets.UTF_8), value)));
    }

    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return TestTopics.read(broker.bootstrapServers(), PREFIX + topic);
    }

    /** Reads the topic again and again until it holds so many records. */
    public List<ConsumerRecord<byte[], byte[]>> readUntil(String topic, int size) {
        while (true) {
            List<ConsumerRecord<byte[], byte[]>> records = read(topic);
            if (records.size() >= size) {
                return records;
            }
        }
    }

    /** Waits until the consumer group's offsets add up to so many records. */
    void awaitCommitted(long records) throws Exception {
        try (Admin admin = Admin.create(settings.kafka().client())) {
            long committed = 0;
            while (committed < records) {
                committed = admin
                        .listConsumerGroupOffsets(settings.kafka().consumerGroup())
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .values()
                        .stream()
                        .mapToLong(OffsetAndMetadata::offset)
                        .sum();
            }
        }
    }

    @Override
    public void close() {
        broker.close();
    }

    public static <T> DataStream<T> stream(StreamExecutionEnvironment environment, Class<T> type, List<T> values) {
        return environment
                .fromData(values, TypeInformation.of(type))
                .uid(type.getSimpleName())
                .rebalance();
    }

    static <T> List<T> collected(DataStream<T> stream) throws Exception {
        List<T> collected = new ArrayList<>();
        try (CloseableIterator<T> all = stream.executeAndCollect()) {
            all.forEachRemaining(collected::add);
        }
        return collected;
    }

    /** Looks at what a job without end gives; the job is over before the broker goes. */
    static <T> void follow(DataStream<T> stream, Consumer<Iterator<T>> look) throws Exception {
        try (CloseableIterator<T> all = stream.collectAsync()) {
            JobClient job = stream.getExecutionEnvironment().executeAsync();
            look.accept(all);
            job.cancel().get();
            job.getJobExecutionResult().handle((result, cancelled) -> result).get();
        }
    }

    public static Result point(long time, int revision) {
        return Measurement.TRANSIT_UNMATCHED_1H
                .at(time)
                .tag("city_code", "510100")
                .integer("entries_without_exit", 1L)
                .integer("exits_without_entry", 2L)
                .build(revision);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
