package org.tongcheng.region;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.HarnessedJob;

/** The topology over results of the other jobs that come in their order. */
final class RegionRun {

    private RegionRun() {}

    static StreamExecutionEnvironment environment(int parallelism) {
        return StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, StrictEnvironment.strict(new Configuration()));
    }

    static DataStream<Result> topology(StreamExecutionEnvironment environment, List<Result> inputs) {
        DataStream<Result> results = environment
                .fromData(inputs, TypeInformation.of(Result.class))
                .setParallelism(1)
                .uid("test-results");
        return RegionTopology.of(results, Inputs.REGION, RegionTopology.SETTLING);
    }

    /** The same operators in harnesses. */
    static HarnessedJob<Result> inHarnesses(Map<String, OperatorSubtaskState> restored) throws Exception {
        StreamExecutionEnvironment environment = environment(1);
        topology(environment, List.of(Inputs.river("2026-03-05T08:00")));
        return new HarnessedJob<>(environment.getStreamGraph(), RegionTopology.UIDS, restored, Result.class);
    }

    static void feed(HarnessedJob<Result> job, List<Result> inputs) throws Exception {
        for (Result input : inputs) {
            job.feed(RegionTopology.INPUTS_UID, input, input.time());
        }
    }
}
