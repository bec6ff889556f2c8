package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.EIGHT;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.arrival;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.broken;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.job.FeedWatermarks;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.ledger.LedgerStream;

class IntakeStreamsTest {

    private static final TypeInformation<Arrival<Reading>> ARRIVAL = TypeInformation.of(new TypeHint<>() {});

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theLedgerOfAFeedBalancesFromEndToEnd(int parallelism) throws Exception {
        List<Arrival<Reading>> arrivals = new ArrayList<>();
        for (int hour = 0; hour < 48; hour++) {
            long time = EIGHT + hour * BusinessTime.HOUR;
            for (int site = 0; site < 5; site++) {
                arrivals.add(arrival(0, reading("site-" + site, time, 1)));
            }
            arrivals.add(arrival(0, reading("site-0", time, 1)));
            arrivals.add(arrival(0, reading("site-1", time, 2)));
            arrivals.add(broken(0, time));
        }
        arrivals.add(arrival(0, reading("site-0", EIGHT + 12 * BusinessTime.HOUR - 1, 1)));
        arrivals.add(arrival(0, reading("site-0", EIGHT + 47 * BusinessTime.HOUR - 35 * BusinessTime.DAY - 1, 1)));

        assertThat(totals(arrivals, parallelism))
                .isEqualTo(Map.of(
                        "received",
                        386L,
                        "accepted",
                        289L,
                        "revised",
                        48L,
                        "flagged",
                        0L,
                        "duplicate",
                        48L,
                        "late",
                        1L,
                        "rejected",
                        48L));
    }

    private static Map<String, Long> totals(List<Arrival<Reading>> arrivals, int parallelism) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, StrictEnvironment.strict(new Configuration()));
        DataStream<Arrival<Reading>> source = environment
                .fromData(arrivals, ARRIVAL)
                .uid("source")
                .assignTimestampsAndWatermarks(FeedWatermarks.strategy(Duration.ZERO))
                .uid("watermarks")
                .setParallelism(1);
        TypeInformation<Reading> type = TypeInformation.of(Reading.class);
        IntakeStreams<Reading> intake = Intake.gate(source, new ReadingDecoder(Feed.AIR_OBSERVATIONS), type);
        ObservationIntake.Settled<Reading> settled = ObservationIntake.settle(
                intake.inTime(), Feed.AIR_OBSERVATIONS, type, Reading::site, Reading::sameContent);
        Map<String, Result> last = new HashMap<>();
        try (CloseableIterator<Result> results =
                LedgerStream.of(intake.ledger().union(settled.ledger()), "test").executeAndCollect("test")) {
            results.forEachRemaining(result -> last.merge(
                    result.series() + result.time(),
                    result,
                    (before, after) -> after.revision() > before.revision() ? after : before));
        }
        Map<String, Long> totals = new HashMap<>();
        for (Result result : last.values()) {
            result.fields().forEach(field -> totals.merge(field.name(), Long.parseLong(field.value()), Long::sum));
        }
        return totals;
    }
}
