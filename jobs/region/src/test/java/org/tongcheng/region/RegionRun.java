package org.tongcheng.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.CloseableIterator;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.JobRun;

/** The topology over results of the other jobs that come in their order, or in harnesses. */
public final class RegionRun {

    private RegionRun() {}

    static JobRun of(int parallelism, List<Result> inputs) throws Exception {
        List<Result> rows = new ArrayList<>();
        try (CloseableIterator<Result> issued =
                topology(environment(parallelism), inputs).executeAndCollect()) {
            issued.forEachRemaining(rows::add);
        }
        return new JobRun(rows);
    }

    /** All operators. */
    static HarnessedJob<Result> inHarnesses(Map<String, OperatorSubtaskState> restored) throws Exception {
        return new HarnessedJob<>(graph(), RegionTopology.UIDS, restored, Result.class);
    }

    static void feed(HarnessedJob<Result> job, List<Result> inputs) throws Exception {
        for (Result input : inputs) {
            job.feed(RegionTopology.INPUTS_UID, input, input.time());
        }
    }

    /** The topology as Flink would run it, to take operators from. */
    public static StreamGraph graph() {
        StreamExecutionEnvironment environment = environment(1);
        topology(environment, List.of(Inputs.river("2026-03-05T08:00")));
        return environment.getStreamGraph();
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        return StrictEnvironment.strict(StreamExecutionEnvironment.createLocalEnvironment(parallelism));
    }

    private static DataStream<Result> topology(StreamExecutionEnvironment environment, List<Result> inputs) {
        DataStream<Result> results = environment
                .fromData(inputs, ResultSerializer.RESULT)
                .setParallelism(1)
                .uid("test-results");
        return RegionTopology.of(results, Inputs.REGION, RegionTopology.SETTLING);
    }
}
