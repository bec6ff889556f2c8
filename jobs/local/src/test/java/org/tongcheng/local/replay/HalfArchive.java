package org.tongcheng.local.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.TopicPlan;

/** An archive that ends in the middle of what a broker has of the feeds. */
record HalfArchive(LocalKafka kafka, Path folder) {

    private static final String PREFIX = "half.";
    private static final int PARTITIONS = 2;

    /** @return its root */
    Path make() throws Exception {
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
        return archived();
    }

    private Path archived() throws Exception {
        Path root = folder.resolve("archive");
        String[] arguments = {
            "--bootstrap-servers",
            kafka.bootstrapServers(),
            "--topic-prefix",
            PREFIX,
            "--bounded",
            "--archive-uri",
            root.toUri().toString(),
            "--checkpoint-interval",
            "1s",
            "--compact-after",
            "2"
        };
        ArchiveConfig config = Settings.read(arguments, Map.of(), ArchiveConfig::from);
        try (LocalFlink flink = LocalFlink.start(Files.createDirectories(folder.resolve("flink")), PARTITIONS)) {
            StreamExecutionEnvironment environment =
                    StrictEnvironment.strict(flink.environment(PARTITIONS), config.job());
            ArchiveJob.wire(environment, config);
            flink.submit(environment, "archive").await();
        }
        return root;
    }
}
