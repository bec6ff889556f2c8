package org.tongcheng.air;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.air.IndexWeights;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.FeedWatermarks;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.reference.Region;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.Decoded;

/**
 * What the topology made of lines that arrived in their order.
 *
 * @param results every revision
 */
record AirRun(List<Result> results, List<DeadLetter> deadLetters, List<LateRecord> late) {

    private static final TypeInformation<Arrival<AirObservation>> ARRIVAL =
            TypeInformation.of(new TypeHint<Arrival<AirObservation>>() {});

    static AirRun of(Region region, int parallelism, List<String> lines) throws Exception {
        StreamExecutionEnvironment environment = environment(parallelism);
        JobOutput output = topology(environment, region, lines);
        var results = output.results().collectAsync();
        var deadLetters = output.deadLetters().collectAsync();
        var late = output.late().collectAsync();
        environment.executeAsync("air");
        return new AirRun(drain(results), drain(deadLetters), drain(late));
    }

    static StreamExecutionEnvironment environment(int parallelism) {
        return StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, StrictEnvironment.strict(new Configuration()));
    }

    static JobOutput topology(StreamExecutionEnvironment environment, Region region, List<String> lines) {
        AirObservationDecoder decoder = new AirObservationDecoder(region.sites());
        DataStream<Arrival<AirObservation>> arrivals = environment
                .fromData(Types.STRING, lines.toArray(new String[0]))
                .setParallelism(1)
                .uid("test-lines")
                .map(line -> {
                    byte[] payload = line.getBytes(StandardCharsets.UTF_8);
                    return new Arrival<>(
                            decoder.decode(payload, FeedRecord.UNKNOWN_TIME), "air.observations", 0, 0, payload);
                })
                .returns(ARRIVAL)
                .setParallelism(1)
                .uid("test-decode")
                .assignTimestampsAndWatermarks(FeedWatermarks.strategy(Duration.ZERO))
                .setParallelism(1)
                .uid("test-watermarks");
        return AirTopology.of(arrivals, decoder, region, IndexWeights.EQUAL);
    }

    /** The same operators in harnesses; observations enter at the gate. */
    static HarnessedJob<Result> inHarnesses(Map<String, OperatorSubtaskState> restored) throws Exception {
        StreamExecutionEnvironment environment = environment(1);
        topology(environment, AirFixture.REGION, List.of("{}"));
        return new HarnessedJob<>(environment.getStreamGraph(), AirTopology.UIDS, restored, Result.class);
    }

    static void feed(HarnessedJob<Result> job, List<AirObservation> observations) throws Exception {
        for (AirObservation observation : observations) {
            Decoded<AirObservation> decoded = Decoded.of(observation, observation.arrivedAt());
            job.feed(
                    "air-observations-gate",
                    new Arrival<>(decoded, "air.observations", 0, 0, new byte[0]),
                    observation.observedAt());
        }
    }

    /** The last revision of each point, by series and local time; revisions must have come one after the other. */
    Map<String, Result> points() {
        Map<String, Result> points = new TreeMap<>();
        for (Result result : results) {
            Result before = points.put(result.series() + " " + AirFixture.local(result.time()), result);
            int due = before == null ? 0 : before.revision() + 1;
            if (result.revision() != due) {
                throw new AssertionError("revision " + due + " was due of " + result);
            }
        }
        return points;
    }

    Result point(String seriesAndTime) {
        return Objects.requireNonNull(points().get(seriesAndTime), seriesAndTime);
    }

    /** The points without their revisions. */
    Map<String, Result> content() {
        Map<String, Result> content = points();
        content.replaceAll((identity, result) -> result.withRevision(0));
        return content;
    }

    /** Sum of a count over the ledger. */
    long ledger(String count) {
        return points().values().stream()
                .filter(result -> result.measurement().equals("feed_ledger_1m"))
                .mapToLong(result -> Long.parseLong(Objects.requireNonNull(result.field(count))))
                .sum();
    }

    private static <T> List<T> drain(Iterator<T> values) {
        List<T> drained = new ArrayList<>();
        values.forEachRemaining(drained::add);
        return drained;
    }
}
