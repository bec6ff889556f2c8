package org.tongcheng.plumbing.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.plumbing.kafka.KafkaBed.point;
import static org.tongcheng.plumbing.kafka.KafkaBed.stream;
import static org.tongcheng.plumbing.kafka.KafkaBed.text;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.influx.FakeInflux;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.SettingsException;
import org.tongcheng.plumbing.kafka.KafkaBed;

class LiveEndsIT {

    private static final long HOUR = 3_600_000;
    private static final DeadLetter BROKEN =
            new DeadLetter("air.observations", RejectionReason.MALFORMED_JSON, null, null, "x", "utf8", "air", 1, 2, 3);
    private static final LateRecord LATE = new LateRecord("air.observations", 1, 2, "x", "utf8", "air", 1, 2, 3);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    @Test
    void writesToBothAndMakesADeadLetterOfWhatTheStoreRefuses() throws Exception {
        try (FakeInflux store = FakeInflux.two().always(asked -> asked.body().contains(" " + 2 * HOUR) ? 422 : 204);
                KafkaBed kafka =
                        new KafkaBed(folder, "--influx-url=" + store.settings().url())) {
            StreamExecutionEnvironment environment = kafka.environment();
            JobOutput output = new JobOutput(
                    stream(environment, Result.class, List.of(point(HOUR, 0), point(2 * HOUR, 0), point(3 * HOUR, 0))),
                    stream(environment, DeadLetter.class, List.of(BROKEN)),
                    stream(environment, LateRecord.class, List.of(LATE)));
            LiveEnds.write(output, "air.results", kafka.settings, KafkaBed.ZONE);
            environment.execute();

            assertThat(store.taken())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).startsWith("transit_unmatched_1h,city_code=510100 "))
                    .anySatisfy(line -> assertThat(line).endsWith(" " + HOUR))
                    .anySatisfy(line -> assertThat(line).endsWith(" " + 3 * HOUR));
            assertThat(kafka.read("air.results")).hasSize(3);
            assertThat(kafka.read("deadletters"))
                    .extracting(record -> text(record.key()) + " " + text(record.value()))
                    .anySatisfy(letter ->
                            assertThat(letter).startsWith("air.observations ").contains("malformed_json"))
                    .anySatisfy(letter -> assertThat(letter)
                            .startsWith("air.results ")
                            .contains("store_refused", "422")
                            .doesNotContain("\"offset\""))
                    .hasSize(2);
            assertThat(kafka.read("late")).hasSize(1);
        }
    }

    @Test
    void asksAtTheStartWhetherBothAreThere() {
        try (FakeInflux store = FakeInflux.two().first(204, 204, 404);
                KafkaBed kafka =
                        new KafkaBed(folder, "--influx-url=" + store.settings().url())) {
            List<String> topics = LiveEnds.topics("air.observations", "air.results");

            assertThat(topics).containsExactlyInAnyOrder("air.observations", "air.results", "deadletters", "late");
            assertThatCode(() -> LiveEnds.check(kafka.settings, topics)).doesNotThrowAnyException();
            assertThatThrownBy(() -> LiveEnds.check(kafka.settings, List.of("nothing")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("test.nothing");
            LiveEnds.check(kafka.settings, topics);
            assertThatThrownBy(() -> LiveEnds.check(kafka.settings, topics))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("--influx-bucket");
        }
    }
}
