package org.tongcheng.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.local.cli.CommandLines;
import org.tongcheng.local.demo.Groups;
import org.tongcheng.local.diff.Diff;
import org.tongcheng.local.diff.DiffReport;
import org.tongcheng.local.diff.Question;
import org.tongcheng.local.diff.Sides;
import org.tongcheng.local.feeds.FeedFiles;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.feeds.FeedsPlan;
import org.tongcheng.local.feeds.GeneratedRecord;
import org.tongcheng.local.run.FileRun;
import org.tongcheng.local.run.RecordedFeeds;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.testkit.TestTopics;
import org.tongcheng.transit.TransitJob;
import org.tongcheng.wire.ResultCodec;
import picocli.CommandLine;

/** The transit job on a cluster, by REST: a new version in the middle of a morning, and one that cannot go on. */
class UpgradeIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int PARTITIONS = 2;
    private static final List<String> MEASUREMENTS = Arrays.stream(Measurement.values())
            .map(Measurement::wireName)
            .filter(name -> name.startsWith("transit_"))
            .toList();

    private static final List<String> TOPICS =
            List.of(Feed.TRANSIT_TAPS.topic(), TransitJob.RESULTS, "deadletters", "late");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> settings =
            new ArrayList<>(List.of("start-offsets=earliest", "parallelism=2", "checkpoint-interval=1s"));
    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @Test
    void resultsGoOnWithoutGapOrDouble() throws Exception {
        List<GeneratedRecord> taps = taps();
        int third = taps.size() / 3;
        try (LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"));
                LocalFlink flink = LocalFlink.start(folder.resolve("flink"), 2);
                Groups groups = new Groups(kafka.bootstrapServers())) {
            kafka.createTopics(TOPICS.stream()
                    .map(topic -> TopicPlan.of(topic, PARTITIONS))
                    .toList());
            FlinkCluster cluster = new FlinkCluster(flink.webUi());
            settings.add("bootstrap-servers=" + kafka.bootstrapServers());
            startTheFirst(cluster);
            send(kafka, groups, taps.subList(0, third));
            bringTheSecond(cluster, flink.webUi());
            send(kafka, groups, taps.subList(third, 2 * third));
            refuseTheThird(cluster, flink.webUi());
            send(kafka, groups, taps.subList(2 * third, taps.size()));

            drain(cluster, flink.webUi());
            assertSameAsUndisturbed(kafka);
        }
    }

    private void startTheFirst(FlinkCluster cluster) throws Exception {
        JobEntry transit = new JobEntry(
                "transit",
                TransitJob.class.getName(),
                settings.stream().map(setting -> "--" + setting).toList());
        cluster.start(new Version(cluster.upload(jar("first.jar")), transit), null);
    }

    private void bringTheSecond(FlinkCluster cluster, URI flink) throws Exception {
        String second = jar("second.jar").toString();
        assertThat(upgrade(flink, "--jar", second, "--dry-run"))
                .as(complained.toString())
                .isZero();
        assertThat(runningFrom(cluster)).endsWith("first.jar");
        assertThat(upgrade(flink, "--jar", second)).as(complained.toString()).isZero();
        assertThat(said.toString()).contains("transit: stopped, with the savepoint file:", "the new version runs");
        assertThat(runningFrom(cluster)).endsWith("second.jar");
    }

    private void refuseTheThird(FlinkCluster cluster, URI flink) throws Exception {
        String third = jar("third.jar").toString();
        String strange = jobs("strange.txt", TransitVersions.StrangeTransit.class.getName());
        assertThat(upgrade(flink, "--jar", third, "--jobs", strange)).isEqualTo(1);
        assertThat(complained.toString())
                .contains(
                        "transit of the new version does not start",
                        "No other job was touched",
                        "The old version of transit goes on from the savepoint");
        assertThat(runningFrom(cluster)).endsWith("second.jar");

        assertThat(upgrade(flink, "--jar", third, "--jobs", jobs("nothing.txt", "org.tongcheng.Nothing")))
                .isEqualTo(1);
        assertThat(complained.toString()).contains("nothing was touched", "org.tongcheng.Nothing");
        assertThat(runningFrom(cluster)).endsWith("second.jar");
    }

    private Path jar(String name) throws Exception {
        return TransitVersions.jar(folder.resolve(name));
    }

    private String jobs(String name, String mainClass) throws IOException {
        return Files.writeString(folder.resolve(name), "transit " + mainClass + "\n")
                .toString();
    }

    private int upgrade(URI flink, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "upgrade",
                "transit",
                "--flink-url",
                flink.toString(),
                "--savepoints",
                folder.resolve("savepoints").toUri().toString(),
                "--patience",
                "60"));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        arguments.addAll(List.of(more));
        CommandLine command = CommandLines.tongcheng();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        return command.execute(arguments.toArray(new String[0]));
    }

    private static String runningFrom(FlinkCluster cluster) throws InterruptedException {
        assertThat(cluster.jobs()).hasSize(1);
        return Objects.requireNonNull(cluster.versionOf(cluster.jobs().get(0))).jar();
    }

    private List<GeneratedRecord> taps() throws IOException {
        FeedsPlan plan = FeedsPlan.of(7, LocalDate.of(2026, 3, 5)).during(6, 3).withTapsPerDay(20_000);
        List<GeneratedRecord> taps = new ArrayList<>();
        new FeedsGenerator(RegionDirectory.shipped("chengdu"), plan).records().forEachRemaining(taps::add);
        taps.removeIf(record -> record.feed() != Feed.TRANSIT_TAPS);
        FeedFiles.write(folder.resolve("in"), taps.iterator());
        return taps;
    }

    /** And waits until the job has taken them and said so. */
    private static void send(LocalKafka kafka, Groups groups, List<GeneratedRecord> records) throws Exception {
        Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (GeneratedRecord record : records) {
                var unused = producer.send(
                        new ProducerRecord<>(
                                record.feed().topic(), null, record.arrivedAt(), record.key(), record.payload()),
                        (place, failure) -> ends.merge(
                                new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max));
            }
        }
        assertThat(ends).isNotEmpty();
        assertThat(Waiting.until(SOON, () -> Groups.lag(ends, groups.committed(List.of("tongcheng-transit"))) == 0))
                .isTrue();
    }

    /** As if the feed had ended, so that every window is issued. */
    private void drain(FlinkCluster cluster, URI flink) throws Exception {
        String id = cluster.jobs().get(0).id();
        FlinkRest rest = new FlinkRest(flink);
        String trigger = rest.post(
                        "/jobs/" + id + "/stop",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put(
                                        "targetDirectory",
                                        folder.resolve("end").toUri().toString())
                                .put("drain", true))
                .path("request-id")
                .asText();
        // Flink's end waits for whoever has not asked yet what became of a request.
        assertThat(Waiting.until(SOON, () -> rest.get("/jobs/" + id + "/savepoints/" + trigger)
                        .path("status")
                        .path("id")
                        .asText()
                        .equals("COMPLETED")))
                .isTrue();
        assertThat(Waiting.until(SOON, () -> cluster.jobs().isEmpty())).isTrue();
    }

    private void assertSameAsUndisturbed(LocalKafka kafka) throws Exception {
        Path run = folder.resolve("run");
        assertThat(new FileRun(RecordedFeeds.in(folder.resolve("in")), "chengdu", 2).into(run))
                .isNotEmpty();
        KafkaSettings live = Settings.read(
                new String[] {"--bootstrap-servers", kafka.bootstrapServers()},
                Map.of(),
                read -> KafkaSettings.from(read, "diff"));
        DiffReport report = Diff.of(
                        new Sides(folder, live, null),
                        List.of(run.toString(), "live"),
                        // A duplicate counts in the minute of its original in files, and in its own on Kafka.
                        Question.of(MEASUREMENTS, List.of(), null, null, 20),
                        ZoneOffset.UTC)
                .compare(ZoneOffset.UTC);
        assertThat(report.text()).contains("transit_city_1h", "transit_od_1h").endsWith("\nequal\n");

        List<String> told = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : TestTopics.read(kafka.bootstrapServers(), TransitJob.RESULTS)) {
            Result result =
                    Objects.requireNonNull(ResultCodec.decode(record.value()).value());
            told.add(result.series() + " " + result.time() + " " + result.revision());
        }
        assertThat(told).isNotEmpty().doesNotHaveDuplicates();
    }
}
