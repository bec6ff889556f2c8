package org.tongcheng.plumbing.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.plumbing.influx.InfluxHarness.line;
import static org.tongcheng.plumbing.influx.InfluxHarness.point;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.SettingsException;

@Timeout(60)
@SuppressWarnings("try") // closing may be interrupted
class InfluxSinkTest {

    private static Result[] points(int cities) {
        return IntStream.range(0, cities)
                .mapToObj(city -> point("c" + city, 1, 0))
                .toArray(Result[]::new);
    }

    private static List<String> lines(int cities) {
        return IntStream.range(0, cities)
                .mapToObj(city -> line("c" + city, 1, 0))
                .toList();
    }

    private static RefusedPoints.Desk nobody() {
        throw new IllegalStateException("a job that is not run refuses nothing");
    }

    @Test
    void writesPointsTogetherAndOnce() throws Exception {
        try (FakeInflux store = FakeInflux.two();
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(points(20)).end();

            assertThat(store.asked()).hasSize(1);
            assertThat(store.taken()).containsExactlyElementsOf(lines(20));
            assertThat(sink.refused()).isEmpty();
        }
    }

    @Test
    void staysOneWriterHoweverTheJobIsScaled() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.OPERATOR_CHAINING_CHAIN_OPERATORS_WITH_DIFFERENT_MAX_PARALLELISM, false);
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(configuration);
        try (FakeInflux store = FakeInflux.two()) {
            DataStream<Result> results = environment.fromData(point("c0", 1, 0));
            InfluxSink.write(results, store.settings(), "transit.results", InfluxSinkTest::nobody);
        }

        assertThat(environment.getStreamGraph().getJobGraph().getVertices())
                .filteredOn(vertex -> vertex.getName().contains("influx-points"))
                .isNotEmpty()
                .allSatisfy(vertex -> assertThat(vertex.getMaxParallelism()).isEqualTo(1));
    }

    @Test
    void writesWhatHasWaitedLongEnough() throws Exception {
        try (FakeInflux store = FakeInflux.two();
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(points(1)).waitForNoMore();
            sink.snapshot();

            assertThat(store.taken()).containsExactlyElementsOf(lines(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, FakeInflux.BREAKS})
    void writesAgainWhatTheStoreMayTakeLater(int status) throws Exception {
        try (FakeInflux store = FakeInflux.two().first(status, status);
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(points(3)).end();

            assertThat(store.taken()).containsExactlyElementsOf(lines(3));
            assertThat(store.asked()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(sink.refused()).isEmpty();
        }
    }

    @Test
    void leavesTheStoreAloneForAsLongAsItAsks() throws Exception {
        try (FakeInflux store = FakeInflux.two().first(503).retryAfter("2");
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(points(1)).end();

            long pause = store.asked().get(1).nanos() - store.asked().get(0).nanos();
            assertThat(TimeUnit.NANOSECONDS.toMillis(pause)).isGreaterThanOrEqualTo(2_000);
        }
    }

    @Test
    void neverLetsARevisionOvertakeTheNext() throws Exception {
        try (FakeInflux store = FakeInflux.two().first(503, FakeInflux.BREAKS, 503);
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            for (int revision = 0; revision < 6; revision++) {
                sink.put(point("510100", 1, revision)).waitForNoMore();
            }
            sink.end();

            List<String> expected = new ArrayList<>();
            for (int revision = 0; revision < 6; revision++) {
                expected.add(line("510100", 1, revision));
            }
            assertThat(store.taken()).isSubsetOf(expected).isSorted().endsWith(line("510100", 1, 5));
        }
    }

    @Test
    void sendsOfAPointTheLastRevisionOfABatch() throws Exception {
        try (FakeInflux store = FakeInflux.two();
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(point("a", 1, 0), point("b", 1, 0), point("a", 1, 1), point("a", 2, 0))
                    .end();

            assertThat(store.taken()).containsExactlyInAnyOrder(line("a", 1, 1), line("b", 1, 0), line("a", 2, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void makesADeadLetterOfThePointAtFaultAndWritesTheOthers(int status) throws Exception {
        try (FakeInflux store =
                        FakeInflux.two().always(asked -> asked.body().contains("city_code=c11 ") ? status : 204);
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(points(21)).end();

            List<String> others = new ArrayList<>(lines(21));
            others.remove(line("c11", 1, 0));
            assertThat(store.taken()).containsExactlyElementsOf(others);
            assertThat(sink.refused()).satisfiesExactly(letter -> {
                assertThat(letter.reason()).isEqualTo(RejectionReason.STORE_REFUSED);
                assertThat(letter.feed()).isEqualTo("transit.results");
                assertThat(letter.detail()).contains(Integer.toString(status));
                assertThat(letter.payload()).contains("\"city_code\":\"c11\"", "\"revision\":0");
                assertThat(letter.partition()).isNegative();
                assertThat(letter.offset()).isNegative();
            });
        }
    }

    @Test
    void goesOnWhereItWasWhenTheStoreFailsAmongTheHalves() throws Exception {
        try (FakeInflux store = FakeInflux.two()
                        .first(400, 204, 503)
                        .always(asked -> asked.body().contains("city_code=c7 ") ? 400 : 204);
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(points(8)).end();

            assertThat(store.taken()).containsExactlyElementsOf(lines(7));
            assertThat(sink.refused()).extracting(DeadLetter::reason).containsExactly(RejectionReason.STORE_REFUSED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, INFLUX_TOKEN",
        "403, --influx-bucket",
        "404, --influx-bucket",
        "404, --influx-org",
        "301, --influx-url",
        "405, --influx-url"
    })
    void failsWithTheNameOfTheSettingThatIsWrong(int status, String setting) throws Exception {
        try (FakeInflux store = FakeInflux.two().always(asked -> status);
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(points(3));

            assertThatThrownBy(sink::end)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining(setting)
                    .hasMessageNotContaining("token=");
        }
    }

    @Test
    void keepsInACheckpointWhatTheStoreLacks() throws Exception {
        try (FakeInflux store = FakeInflux.two()) {
            OperatorSubtaskState state;
            try (InfluxHarness sink = new InfluxHarness(store.settings())) {
                state = sink.put(points(5)).put(point("c0", 1, 1)).snapshot();
            }
            assertThat(store.taken()).isEmpty();
            try (InfluxHarness sink = new InfluxHarness(store.settings(), state)) {
                sink.put(point("c1", 1, 1)).end();
            }

            assertThat(store.taken())
                    .contains(line("c0", 1, 1), line("c1", 1, 1), line("c4", 1, 0))
                    .hasSize(5);
        }
    }

    @Test
    void keepsInACheckpointWhatTheStoreDidNotTake() throws Exception {
        try (FakeInflux store = FakeInflux.two().first(503)) {
            OperatorSubtaskState state;
            try (InfluxHarness sink = new InfluxHarness(store.settings())) {
                sink.put(points(2)).waitForNoMore();
                state = sink.snapshot();
            }
            int before = store.taken().size();
            try (InfluxHarness sink = new InfluxHarness(store.settings(), state)) {
                sink.end();
            }

            assertThat(before).isIn(0, 2);
            assertThat(store.taken()).containsAll(lines(2)).hasSize(2);
        }
    }
}
