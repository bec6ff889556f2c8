package org.tongcheng.plumbing.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.JobSettings;

/** Reads the results of other jobs. */
public final class KafkaResultSource {

    private KafkaResultSource() {}

    /**
     * Points and their revisions; those of one series come in their order. Event time is the point's time.
     *
     * @param topics names without the prefix, such as {@code air.results}
     */
    public static DataStream<Result> stream(
            StreamExecutionEnvironment environment,
            JobSettings settings,
            List<String> topics,
            Duration outOfOrderness,
            String uid) {
        return Sources.stream(
                environment,
                settings,
                Sources.of(settings.kafka(), topics, SkippingDeserializer.results()),
                (result, recordTimestamp) -> result.time(),
                outOfOrderness,
                uid);
    }
}
