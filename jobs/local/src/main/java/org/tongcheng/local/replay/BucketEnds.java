package org.tongcheng.local.replay;

import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.result.Result;
import org.tongcheng.local.run.RunEnds;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.influx.InfluxSink;
import org.tongcheng.plumbing.influx.RefusedPoints;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.kafka.KafkaAlertOutputs;

/** Points to a bucket of a run's own. One that InfluxDB refuses ends the run: it is run again, not kept going. */
record BucketEnds(InfluxSettings bucket) implements RunEnds {

    @Override
    public void write(Map<String, JobOutput> outputs) {
        outputs.forEach((topic, output) -> writeResults(output.results(), topic));
    }

    @Override
    public void writeResults(DataStream<Result> results, String topic) {
        InfluxSink.write(results, bucket, topic, Refusal::new, topic.replace('.', '-') + "-influx-points");
    }

    @Override
    public void writeAlerts(AlertOutput output) {
        writeResults(output.points(), KafkaAlertOutputs.POINTS);
    }

    private static final class Refusal implements RefusedPoints.Desk {

        @Override
        public void take(DeadLetter letter) {
            throw new LocalFailure("InfluxDB refuses a point of " + letter.feed() + ": " + letter.detail());
        }

        @Override
        public void close() {}
    }
}
