package org.tongcheng.plumbing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.kafka.KafkaBed.collected;
import static org.tongcheng.plumbing.kafka.KafkaBed.point;
import static org.tongcheng.plumbing.kafka.KafkaBed.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.TestCluster;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.testkit.PlainRecord;

class KafkaSourcesIT {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestCluster.start();

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsAFeedUpToItsEnd() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder, "--bounded")) {
            kafka.send("air.observations", 0, "10", "broken", "30");
            kafka.send("air.observations", 1, "20");

            List<Arrival<PlainRecord>> arrivals = collected(kafka.feed(kafka.environment()));

            assertThat(arrivals)
                    .extracting(arrival -> arrival.partition() + "/" + arrival.offset() + " " + text(arrival.payload()))
                    .containsExactlyInAnyOrder("0/0 10", "0/1 broken", "0/2 30", "1/0 20");
            assertThat(arrivals).allSatisfy(arrival -> {
                assertThat(arrival.topic()).isEqualTo("test.air.observations");
                assertThat(arrival.decoded().arrivedAt()).isEqualTo(7_000);
            });
        }
    }

    @Test
    void readsResultsOfAnotherJobAndPassesOverWhatIsNone() throws Exception {
        try (KafkaBed kafka = new KafkaBed(folder, "--bounded")) {
            List<Result> points = IntStream.range(0, 20)
                    .mapToObj(i -> point(i * 3_600_000L, i))
                    .toList();
            StreamExecutionEnvironment writing = kafka.environment();
            KafkaOutputs.writeResults(
                    KafkaBed.stream(writing, Result.class, points), "air.results", kafka.settings, KafkaBed.ZONE);
            writing.execute();
            kafka.send("air.results", 0, "no result");

            DataStream<Result> read = KafkaResultSource.stream(
                    kafka.environment(), kafka.settings, List.of("air.results"), Duration.ofHours(1), "results");

            assertThat(collected(read)).containsExactlyInAnyOrderElementsOf(points);
        }
    }
}
