package org.tongcheng.air;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.tongcheng.domain.air.IndexWeights;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.file.FileFeedSource;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.reference.Region;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.JobRun;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.Decoded;

/** The topology over lines that arrive in their order, or in harnesses. */
public final class AirRun {

    private AirRun() {}

    static JobRun of(Region region, int parallelism, List<String> lines) throws Exception {
        Path file = Files.write(Files.createTempFile("air", ".jsonl"), lines);
        try {
            StreamExecutionEnvironment environment = environment(parallelism);
            JobOutput output = topology(environment, region, file);
            return JobRun.of(environment, output.results(), output.deadLetters(), output.late());
        } finally {
            Files.delete(file);
        }
    }

    /** All operators; observations enter at the gate. */
    static HarnessedJob<Result> inHarnesses(Map<String, OperatorSubtaskState> restored) throws Exception {
        return new HarnessedJob<>(graph(), AirTopology.UIDS, restored, Result.class);
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

    /** The topology as Flink would run it, to take operators from. */
    public static StreamGraph graph() {
        StreamExecutionEnvironment environment = environment(1);
        topology(environment, AirFixture.REGION, Path.of("not-read.jsonl"));
        return environment.getStreamGraph();
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        return StrictEnvironment.strict(StreamExecutionEnvironment.createLocalEnvironment(parallelism));
    }

    private static JobOutput topology(StreamExecutionEnvironment environment, Region region, Path file) {
        AirObservationDecoder decoder = new AirObservationDecoder(region.sites());
        DataStream<Arrival<AirObservation>> arrivals = FileFeedSource.stream(
                environment, file, decoder, TypeInformation.of(new TypeHint<>() {}), Duration.ZERO, "test-source");
        return AirTopology.of(arrivals, decoder, region, IndexWeights.EQUAL);
    }
}
