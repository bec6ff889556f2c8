package org.tongcheng.plumbing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.kafka.KafkaBed.collected;
import static org.tongcheng.plumbing.kafka.KafkaBed.point;
import static org.tongcheng.plumbing.kafka.KafkaBed.stream;
import static org.tongcheng.plumbing.kafka.KafkaBed.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.live.LiveEnds;

class KafkaAlertsIT {

    private static final List<AlertTransition> LIFE =
            List.of(AlertExamples.transition("firing"), AlertExamples.transition("resolved"));
    private static final DeadLetter REFUSED = new DeadLetter(
            "alert.actions", RejectionReason.UNKNOWN_VALUE, "alert_id", null, "x", "utf8", "alert.actions", 1, 2, 3);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    @Test
    void writesEachStreamToItsTopicUnderItsKeyAndReadsTheTransitionsAgain() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder, "--bounded", "--start-offsets=earliest")) {
            StreamExecutionEnvironment writing = kafka.environment();
            LiveEnds.writeAlerts(
                    new AlertOutput(
                            stream(writing, AlertTransition.class, LIFE),
                            stream(writing, Result.class, List.of(point(3_600_000, 0))),
                            stream(writing, DeadLetter.class, List.of(REFUSED))),
                    kafka.settings,
                    KafkaBed.ZONE);
            writing.execute();
            kafka.send("alerts", 0, "no transition");
            kafka.send("alerts", "a key", null);

            assertThat(kafka.read("alerts"))
                    .filteredOn(record -> record.value() != null)
                    .extracting(record -> text(record.key() == null ? record.value() : record.key()))
                    .containsExactlyInAnyOrder(
                            LIFE.get(0).alertId(), LIFE.get(1).alertId(), "no transition");
            assertThat(kafka.read("alert.results")).satisfiesExactly(record -> {
                assertThat(text(record.key())).isEqualTo("transit_unmatched_1h,city_code=510100");
                assertThat(text(record.value())).contains("1970-01-01T09:00:00+08:00");
            });
            assertThat(kafka.read("deadletters")).satisfiesExactly(record -> {
                assertThat(text(record.key())).isEqualTo("alert.actions");
                assertThat(text(record.value())).contains("unknown_value", "\"offset\":2");
            });
            assertThat(collected(alerts(kafka))).containsExactlyInAnyOrderElementsOf(LIFE);
            assertThat(collected(
                            alerts(kafka).process(new EventTimes(), Types.LONG).uid("event-times")))
                    .containsExactlyInAnyOrder(LIFE.get(0).at(), LIFE.get(1).at());
        }
    }

    @Test
    void knowsTheTopicsOfAlerts() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder)) {
            LiveEnds.check(kafka.settings, LiveEnds.alertTopics());

            assertThat(LiveEnds.alertTopics())
                    .containsExactlyInAnyOrder("reference", "alert.actions", "alerts", "alert.results", "deadletters");
        }
    }

    private static DataStream<AlertTransition> alerts(KafkaBed kafka) {
        return KafkaAlertSource.stream(kafka.environment(), kafka.settings, Duration.ofHours(1), "alerts-source");
    }

    private static final class EventTimes extends ProcessFunction<AlertTransition, Long> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(AlertTransition alert, Context context, Collector<Long> out) {
            out.collect(context.timestamp());
        }
    }
}
