package org.tongcheng.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.FeedWatermarks;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.TapDecoder;

class TransitTopologyTest {

    private static final BusinessTime TIME = new BusinessTime(ZoneId.of("Asia/Shanghai"));
    private static final TypeInformation<Arrival<Tap>> ARRIVAL = TypeInformation.of(new TypeHint<>() {});

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void givesWhatTheContractSaysInAnyOrderOfArrival(int parallelism) throws Exception {
        List<Tap> taps = RandomTaps.of(3, 1500);
        Map<String, Map<String, String>> due = Ridership.of(taps, TIME);
        assertThat(due.keySet().stream()
                        .map(point -> point.substring(0, point.indexOf(',')))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "transit_stop_1m",
                        "transit_route_15m",
                        "transit_city_1m",
                        "transit_city_1h",
                        "transit_city_1d",
                        "transit_roaming_1h",
                        "transit_od_1h",
                        "transit_unmatched_1h");

        assertThat(lastRevisions(taps, parallelism)).isEqualTo(due);
        List<Tap> shuffled = new ArrayList<>(taps);
        Collections.shuffle(shuffled, new Random(parallelism));
        assertThat(lastRevisions(shuffled, parallelism)).isEqualTo(due);
    }

    @Test
    void theLedgerBalancesAndNamesLateAndDuplicate() throws Exception {
        List<Tap> taps = new ArrayList<>(RandomTaps.of(5, 300));
        taps.addAll(taps.subList(0, 40));
        Tap newest = RandomTaps.at(RandomTaps.START + 5 * BusinessTime.DAY, "newest");
        taps.add(newest);
        taps.add(RandomTaps.at(newest.eventTime() - 2 * BusinessTime.DAY, "just in time"));
        taps.add(RandomTaps.at(newest.eventTime() - 2 * BusinessTime.DAY - 1, "late"));
        long received = 0;
        long accepted = 0;
        long duplicate = 0;
        long late = 0;
        for (Result result : latest(run(taps, 2)).values()) {
            if (result.measurement().equals("feed_ledger_1m")) {
                received += Long.parseLong(result.field("received"));
                accepted += Long.parseLong(result.field("accepted"));
                duplicate += Long.parseLong(result.field("duplicate"));
                late += Long.parseLong(result.field("late"));
            }
        }
        assertThat(new long[] {received, accepted, duplicate, late}).containsExactly(343, 302, 40, 1);
    }

    private static Map<String, Map<String, String>> lastRevisions(List<Tap> taps, int parallelism) throws Exception {
        Map<String, Map<String, String>> points = new TreeMap<>();
        latest(run(taps, parallelism)).forEach((point, result) -> {
            if (!result.measurement().equals("feed_ledger_1m") && !withdrawn(result)) {
                TreeMap<String, String> fields = new TreeMap<>();
                for (Field field : result.fields()) {
                    fields.put(field.name(), field.value());
                }
                points.put(point, fields);
            }
        });
        return points;
    }

    private static boolean withdrawn(Result result) {
        return result.fields().stream().allMatch(field -> field.value().equals("0"));
    }

    private static Map<String, Result> latest(List<Result> results) {
        Map<String, Result> latest = new TreeMap<>();
        for (Result result : results) {
            String point = result.series() + "@" + result.time();
            Result before = latest.put(point, result);
            assertThat(result.revision()).as(point).isEqualTo(before == null ? 0 : before.revision() + 1);
        }
        return latest;
    }

    private static List<Result> run(List<Tap> taps, int parallelism) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, StrictEnvironment.strict(new Configuration()));
        environment.getConfig().setAutoWatermarkInterval(1);
        List<Arrival<Tap>> arrivals = new ArrayList<>();
        for (Tap tap : taps) {
            arrivals.add(
                    new Arrival<>(Decoded.of(tap, tap.arrivedAt()), "transit.taps", 0, arrivals.size(), new byte[0]));
        }
        DataStream<Arrival<Tap>> source = environment
                .fromData(arrivals, ARRIVAL)
                .uid("source")
                .assignTimestampsAndWatermarks(FeedWatermarks.strategy(Duration.ofMinutes(1)))
                .uid("watermarks")
                .setParallelism(1);
        List<Result> results = new ArrayList<>();
        try (CloseableIterator<Result> all = TransitTopology.of(source, new TapDecoder(Nowhere.INSTANCE), TIME)
                .results()
                .executeAndCollect("test")) {
            all.forEachRemaining(results::add);
        }
        return results;
    }
}
