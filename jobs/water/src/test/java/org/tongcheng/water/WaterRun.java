package org.tongcheng.water;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.reference.Region;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.WaterObservationDecoder;

/**
 * What the topology made of lines that arrived in their order.
 *
 * @param results every revision
 */
record WaterRun(List<Result> results, List<DeadLetter> deadLetters, List<LateRecord> late) {

    private static final TypeInformation<Arrival<WaterObservation>> ARRIVAL =
            TypeInformation.of(new TypeHint<Arrival<WaterObservation>>() {});

    static WaterRun of(Region region, int parallelism, List<String> lines) throws Exception {
        StreamExecutionEnvironment environment = environment(parallelism);
        JobOutput output = topology(environment, region, lines);
        var results = output.results().collectAsync();
        var deadLetters = output.deadLetters().collectAsync();
        var late = output.late().collectAsync();
        environment.executeAsync("water");
        return new WaterRun(drain(results), drain(deadLetters), drain(late));
    }

    static StreamExecutionEnvironment environment(int parallelism) {
        return StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, StrictEnvironment.strict(new Configuration()));
    }

    static JobOutput topology(StreamExecutionEnvironment environment, Region region, List<String> lines) {
        WaterObservationDecoder decoder = new WaterObservationDecoder(region.sites());
        DataStream<Arrival<WaterObservation>> arrivals = environment
                .fromData(Types.STRING, lines.toArray(new String[0]))
                .setParallelism(1)
                .uid("test-lines")
                .map(line -> {
                    byte[] payload = line.getBytes(StandardCharsets.UTF_8);
                    return new Arrival<>(
                            decoder.decode(payload, FeedRecord.UNKNOWN_TIME), "water.observations", 0, 0, payload);
                })
                .returns(ARRIVAL)
                .setParallelism(1)
                .uid("test-decode");
        return WaterTopology.of(arrivals, decoder, region);
    }

    /** The same operators in harnesses; observations enter at the gate. */
    static HarnessedJob<Result> inHarnesses(Map<String, OperatorSubtaskState> restored) throws Exception {
        StreamExecutionEnvironment environment = environment(1);
        topology(environment, WaterFixture.REGION, List.of("{}"));
        return new HarnessedJob<>(environment.getStreamGraph(), WaterTopology.UIDS, restored, Result.class);
    }

    static void feed(HarnessedJob<Result> job, List<WaterObservation> observations) throws Exception {
        for (WaterObservation observation : observations) {
            Decoded<WaterObservation> decoded = Decoded.of(observation, observation.arrivedAt());
            job.feed(
                    "water-observations-gate",
                    new Arrival<>(decoded, "water.observations", 0, 0, new byte[0]),
                    observation.observedAt());
        }
    }

    /** The last revision of each point, which must be the last one issued. */
    Map<String, Result> points() {
        Map<String, Result> points = new TreeMap<>();
        for (Result result : results) {
            Result before = points.put(result.series() + " " + WaterFixture.local(result.time()), result);
            int due = before == null ? 0 : before.revision() + 1;
            if (result.revision() != due) {
                throw new AssertionError("revision " + due + " was due of " + result);
            }
        }
        return points;
    }

    /** The points without their revisions. */
    Map<String, Result> content() {
        Map<String, Result> content = points();
        content.replaceAll((identity, result) -> result.withRevision(0));
        return content;
    }

    private static <T> List<T> drain(Iterator<T> values) {
        List<T> drained = new ArrayList<>();
        values.forEachRemaining(drained::add);
        return drained;
    }
}
