package org.tongcheng.plumbing.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.kafka.KafkaBed.collected;
import static org.tongcheng.plumbing.kafka.KafkaBed.follow;
import static org.tongcheng.plumbing.kafka.KafkaBed.point;
import static org.tongcheng.plumbing.kafka.KafkaBed.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.alert.ActionRejection;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.intake.ActionStreams;
import org.tongcheng.plumbing.intake.ArrivedAction;
import org.tongcheng.wire.AlertActionDecoder;
import org.tongcheng.wire.PublishedRegion;
import org.tongcheng.wire.ReferenceCodec;
import org.tongcheng.wire.ResultCodec;

/** Inputs that are read beside results: actions and published regions. */
@Timeout(180)
class KafkaSideInputsIT {

    private static final String ACTION = """
            {"schema_version":"alert_action/1","alert_id":"0123456789abcdef0123456789abcdef","action":"comment",\
            "actor":"wang","at":"1970-01-01T08:00:05+08:00","text":"card 62220212345678901"}""";
    private static final PublishedRegion FIRST = region("chengdu", "first");
    private static final PublishedRegion SECOND = region("chengdu", "second");

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    @Test
    void partsActionsFromWhatIsNone() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder, "--bounded", "--start-offsets=earliest")) {
            kafka.send("alert.actions", 1, "card 62220212345678901", ACTION);

            List<ArrivedAction> actions = collected(actions(kafka).actions());
            List<DeadLetter> letters = collected(actions(kafka).deadLetters());

            assertThat(actions).singleElement().satisfies(arrived -> {
                assertThat(arrived.action().actor()).isEqualTo("wang");
                assertThat(arrived.action().at()).isEqualTo(5_000);
                DeadLetter unapplied = arrived.refused(AlertActionDecoder.rejection(ActionRejection.UNKNOWN_ALERT));
                assertThat(unapplied.reason()).isEqualTo(RejectionReason.UNKNOWN_VALUE);
                assertThat(unapplied.topic()).isEqualTo("test.alert.actions");
                assertThat(unapplied.partition()).isEqualTo(1);
                assertThat(unapplied.offset()).isEqualTo(1);
                assertThat(unapplied.recordTimestamp()).isEqualTo(7_000);
                assertThat(unapplied.payload())
                        .contains("0123456789abcdef0123456789abcdef")
                        .doesNotContain("62220212345678901");
            });
            assertThat(letters).singleElement().satisfies(letter -> {
                assertThat(letter.feed()).isEqualTo("alert.actions");
                assertThat(letter.reason()).isEqualTo(RejectionReason.MALFORMED_JSON);
                assertThat(letter.topic()).isEqualTo("test.alert.actions");
                assertThat(letter.partition()).isEqualTo(1);
                assertThat(letter.offset()).isZero();
                assertThat(letter.recordTimestamp()).isEqualTo(7_000);
                assertThat(letter.payload()).startsWith("card ").doesNotContain("62220212345678901");
            });
        }
    }

    @Test
    void followsOneRegionFromItsFirstRecordOn() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder, "--start-offsets=latest")) {
            publish(kafka, FIRST);
            publish(kafka, region("deyang", "other"));
            kafka.send("reference", "chengdu", "broken".getBytes(UTF_8));
            kafka.send("reference", "chengdu", ReferenceCodec.encode(region("deyang", "under a wrong key")));
            kafka.send("reference", "chengdu", null);

            follow(reference(kafka), seen -> {
                assertThat(seen.next()).isEqualTo(FIRST);
                assertThat(seen.next()).isEqualTo(new PublishedRegion("chengdu", Map.of()));
                publish(kafka, SECOND);
                assertThat(seen.next()).isEqualTo(SECOND);
            });
        }
    }

    @Test
    void holdNoWatermarkBackThoughTheyAreSilent() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder, "--idleness=1h")) {
            StreamExecutionEnvironment environment = kafka.environment();
            DataStream<String> results = KafkaResultSource.stream(
                            environment, kafka.settings, List.of("air.results"), Duration.ZERO, "results")
                    .map(result -> "result")
                    .returns(Types.STRING)
                    .uid("from-results");
            DataStream<String> actions = KafkaActionSource.stream(environment, kafka.settings, "actions")
                    .actions()
                    .map(action -> "action")
                    .returns(Types.STRING)
                    .uid("from-actions");
            DataStream<String> regions = KafkaReferenceSource.stream(environment, kafka.settings, "chengdu", "regions")
                    .map(region -> "region")
                    .returns(Types.STRING)
                    .uid("from-regions");
            DataStream<Long> marks = results.union(actions, regions.broadcast())
                    .transform("marks", Types.LONG, new Marks())
                    .uid("marks");
            // An old action and a region say nothing of time.
            kafka.send("alert.actions", 0, ACTION);
            publish(kafka, FIRST);
            for (int partition : List.of(0, 1)) {
                kafka.send("air.results", partition, text(ResultCodec.encode(point(9_000_000, 0), KafkaBed.ZONE)));
            }

            List<Long> seen = new ArrayList<>();
            follow(marks, all -> {
                while (!seen.contains(8_999_999L)) {
                    seen.add(all.next());
                }
            });
            assertThat(seen).allMatch(mark -> mark <= 8_999_999);
        }
    }

    private static ActionStreams actions(KafkaBed kafka) {
        return KafkaActionSource.stream(kafka.environment(), kafka.settings, "actions-source");
    }

    private static DataStream<PublishedRegion> reference(KafkaBed kafka) {
        return KafkaReferenceSource.stream(kafka.environment(), kafka.settings, "chengdu", "reference-source");
    }

    private static void publish(KafkaBed kafka, PublishedRegion region) {
        kafka.send("reference", region.regionId(), ReferenceCodec.encode(region));
    }

    private static PublishedRegion region(String id, String content) {
        return new PublishedRegion(id, Map.of("region.yaml", content, "rules.yaml", "[]"));
    }

    /** Watermarks as they arrive. */
    private static final class Marks extends AbstractStreamOperator<Long>
            implements OneInputStreamOperator<String, Long> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(StreamRecord<String> element) {
            // only time counts here
        }

        @Override
        public void processWatermark(Watermark mark) {
            output.collect(new StreamRecord<>(mark.getTimestamp()));
        }
    }
}
