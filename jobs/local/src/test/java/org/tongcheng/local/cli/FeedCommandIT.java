package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.demo.LiveJobs;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.testkit.TestTopics;
import picocli.CommandLine;

/** Topics and generated feeds, on a real broker. */
class FeedCommandIT {

    private final Clock clock = Clock.systemUTC();
    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private LocalKafka kafka;

    @BeforeEach
    void start(@TempDir Path folder) {
        kafka = LocalKafka.start(folder);
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    private int execute(String... arguments) {
        CommandLine command = Tongcheng.commandLine();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        return command.execute(arguments);
    }

    private Map<String, TopicDescription> topics(String prefix) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeTopics(LiveJobs.topics().stream()
                            .map(plan -> prefix + plan.name())
                            .toList())
                    .allTopicNames()
                    .get();
        }
    }

    @Test
    void createsEveryTopicOnce() throws Exception {
        String[] arguments = {"topics", "--bootstrap-servers", kafka.bootstrapServers(), "--partitions", "3"};
        assertThat(execute(arguments)).isZero();
        assertThat(execute(arguments)).as("where all are there").isZero();

        assertThat(topics("").values()).allSatisfy(topic -> assertThat(topic.partitions())
                .hasSize(topic.name().equals(TopicPlan.reference().name()) ? 1 : 3));
        assertThat(said.toString()).startsWith("there are now: air.observations, air.results, ");
    }

    @Test
    void sendsEachFeedInItsTimeAsLongAsAsked() throws Exception {
        String[] where = {"--bootstrap-servers", kafka.bootstrapServers(), "--topic-prefix", "city."};
        assertThat(execute("topics", where[0], where[1], where[2], where[3])).isZero();
        Instant begin = clock.instant();

        assertThat(execute(
                        "feed",
                        where[0],
                        where[1],
                        where[2],
                        where[3],
                        "--speed",
                        "7200",
                        "--hours",
                        "5",
                        "--seed",
                        "3",
                        "--taps-per-day",
                        "20000"))
                .isZero();

        for (Feed feed : Feed.values()) {
            assertThat(TestTopics.read(kafka.bootstrapServers(), "city." + feed.topic()))
                    .as(feed.topic())
                    .isNotEmpty()
                    .allSatisfy(record -> assertThat(record.timestamp())
                            .isBetween(
                                    begin.minusSeconds(1).toEpochMilli(),
                                    clock.instant().plus(Duration.ofHours(5)).toEpochMilli()));
        }
    }

    @Test
    void saysWhichTopicsAreMissing() {
        assertThat(execute("feed", "--bootstrap-servers", kafka.bootstrapServers()))
                .isEqualTo(1);
        assertThat(complained.toString()).contains("has no topic air.observations, transit.taps, water.observations");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(execute("feed", "--speed", "0")).isEqualTo(2);
        assertThat(execute("feed", "--hours", "0")).isEqualTo(2);
        assertThat(execute("feed", "--taps-per-day", "5")).isEqualTo(2);
        assertThat(execute("topics", "--partitions", "0")).isEqualTo(2);
    }
}
