package org.tongcheng.local.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tongcheng.archive.ArchiveConfig;
import org.tongcheng.archive.ArchiveJob;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.server.CommittedRecords;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.RunningJob;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.TopicPlan;

/** Archives of what a broker has of the feeds, each with a loss of all tasks in the middle of its making. */
record DayArchive(LocalKafka kafka, Path folder) {

    private static final String PREFIX = "half.";
    private static final int PARTITIONS = 2;
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    /** @return the root of an archive of all of it */
    Path whole() throws Exception {
        return archived("whole", "");
    }

    /** @return the root of an archive that ends in the middle */
    Path half() throws Exception {
        kafka.createTopics(Stream.of(Feed.values())
                .map(feed -> TopicPlan.of(PREFIX + feed.topic(), PARTITIONS))
                .toList());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Feed feed : Feed.values()) {
                List<ConsumerRecord<byte[], byte[]>> records = CommittedRecords.of(kafka, feed.topic());
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (record.offset() < records.size() / (2 * PARTITIONS)) {
                        sent.add(producer.send(new ProducerRecord<>(
                                PREFIX + feed.topic(),
                                record.partition(),
                                record.timestamp(),
                                record.key(),
                                record.value())));
                    }
                }
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
        return archived("half", PREFIX);
    }

    private Path archived(String name, String prefix) throws Exception {
        Path root = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "--bootstrap-servers=" + kafka.bootstrapServers(),
                "--bounded",
                "--consumer-group=" + name,
                "--archive-uri=" + root.toUri(),
                "--checkpoint-interval=500ms",
                "--compact-after=2"));
        if (!prefix.isEmpty()) {
            arguments.add("--topic-prefix=" + prefix);
        }
        ArchiveConfig config = Settings.read(arguments.toArray(new String[0]), Map.of(), ArchiveConfig::from);
        Path flinks = Files.createDirectories(folder.resolve(name + "-flink"));
        try (LocalFlink flink = LocalFlink.start(flinks, PARTITIONS)) {
            StreamExecutionEnvironment environment =
                    StrictEnvironment.strict(flink.environment(PARTITIONS), config.job());
            Configuration restarts = new Configuration();
            restarts.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            environment.configure(restarts);
            ArchiveJob.wire(environment, config);
            RunningJob job = flink.submit(environment, "archive");
            if (!Waiting.until(AT_MOST, () -> holdsSomething(root))) {
                throw new AssertionError("nothing is archived");
            }
            flink.loseTaskManager();
            job.await();
        }
        return root;
    }

    private static boolean holdsSomething(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.anyMatch(Files::isRegularFile);
        }
    }
}
