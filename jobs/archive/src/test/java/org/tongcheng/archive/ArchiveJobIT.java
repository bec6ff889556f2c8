package org.tongcheng.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.archive.FeedTopics.AIR;
import static org.tongcheng.archive.FeedTopics.CARD;
import static org.tongcheng.archive.FeedTopics.TAPS;
import static org.tongcheng.archive.FeedTopics.TOKEN;
import static org.tongcheng.archive.FeedTopics.WATER;
import static org.tongcheng.archive.FeedTopics.air;
import static org.tongcheng.archive.FeedTopics.record;
import static org.tongcheng.archive.FeedTopics.tap;
import static org.tongcheng.archive.FeedTopics.taps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.TestBroker;
import org.tongcheng.testkit.TestTopics;

/** The job as it is started, on a real broker. */
final class ArchiveJobIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(2)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    private Path folder;

    private String[] arguments(TestBroker broker, int parallelism, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--bootstrap-servers",
                                broker.bootstrapServers(),
                                "--archive-uri",
                                archive().toString(),
                                "--parallelism",
                                "" + parallelism),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void archivesEachRecordOnceWithItsVerdict(int parallelism) throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            FeedTopics.create(broker);
            sendOneOfEachKind(broker);

            ArchiveJob.main(arguments(broker, parallelism, "--bounded"));

            ArchiveContent content = ArchiveContent.of(archive());
            assertThat(content.told(TAPS))
                    .containsExactly(
                            "0/0 ACCEPTED null with key",
                            "0/1 DUPLICATE null with key",
                            "0/2 ACCEPTED null with key",
                            "0/3 LATE null with key",
                            "0/4 REJECTED raw_card_number without key",
                            "0/5 REJECTED malformed_json without key",
                            "0/6 REJECTED malformed_json with key");
            assertThat(content.told(AIR))
                    .containsExactly(
                            "1/0 ACCEPTED null with key", "1/1 DUPLICATE null with key", "1/2 REVISED null with key");
            assertThat(content.told(WATER)).isEmpty();
            content.isWhatArrived(AIR, TestTopics.read(broker.bootstrapServers(), AIR));
            assertThat(content.records())
                    .filteredOn(record -> record.value() != null)
                    .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains(CARD));
            assertThat(ArchiveContent.files(archive()))
                    .extracting(file -> archive().relativize(file).getParent().toString())
                    .contains(
                            "feed=transit.taps/event_date=2026-03-01/kafka_partition=0",
                            "feed=transit.taps/event_date=2026-03-04/kafka_partition=0",
                            "feed=air.observations/event_date=2026-03-05/kafka_partition=1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void losesAndRepeatsNothingWhenATaskManagerIsLost(int parallelism, @InjectMiniCluster MiniCluster cluster)
            throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            FeedTopics.create(broker);
            TestTopics.send(broker.bootstrapServers(), taps(0, 200));
            JobClient job = started(arguments(
                    broker,
                    parallelism,
                    "--compact-after",
                    "2",
                    "--checkpoint-interval",
                    "200ms",
                    "--checkpoint-directory",
                    folder.resolve("checkpoints").toUri().toString()));
            awaitRows(100);
            TestTopics.send(broker.bootstrapServers(), taps(200, 300));
            cluster.terminateTaskManager(0).get();
            cluster.terminateTaskManager(1).get();
            cluster.startTaskManager();
            cluster.startTaskManager();
            TestTopics.send(broker.bootstrapServers(), taps(300, 400));
            awaitRows(400);
            job.cancel().get();

            ArchiveContent.of(archive()).isWhatArrived(TAPS, TestTopics.read(broker.bootstrapServers(), TAPS));
        }
    }

    private static void sendOneOfEachKind(TestBroker broker) {
        TestTopics.send(
                broker.bootstrapServers(),
                List.of(
                        record(TAPS, 0, TOKEN, tap("one", "2026-03-05", TOKEN)),
                        record(TAPS, 0, TOKEN, tap("one", "2026-03-05", TOKEN)),
                        record(TAPS, 0, TOKEN, tap("two", "2026-03-04", TOKEN)),
                        record(TAPS, 0, TOKEN, tap("three", "2026-03-01", TOKEN)),
                        record(TAPS, 0, CARD, tap("four", "2026-03-05", CARD)),
                        record(TAPS, 0, null, null),
                        record(TAPS, 0, TOKEN, "broken"),
                        record(AIR, 1, "1431A", air(31)),
                        record(AIR, 1, "1431A", air(31)),
                        record(AIR, 1, "1431A", air(32))));
    }

    private static JobClient started(String[] arguments) throws Exception {
        ArchiveConfig config = Settings.read(arguments, Map.of(), ArchiveConfig::from);
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), config.job());
        ArchiveJob.wire(environment, config);
        return environment.executeAsync();
    }

    /** Until complete files hold so many rows: the job itself says nothing. */
    private void awaitRows(int rows) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ArchiveContent.of(archive()).records().size() < rows) {
            assertThat(System.nanoTime()).as("time to archive %s rows", rows).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
