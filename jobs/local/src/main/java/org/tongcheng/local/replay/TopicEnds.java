package org.tongcheng.local.replay;

import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.result.Result;
import org.tongcheng.local.run.RunEnds;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.kafka.KafkaRunOutputs;

/** Results to topics of a run's own. */
record TopicEnds(KafkaRunOutputs topics) implements RunEnds {

    @Override
    public void write(Map<String, JobOutput> outputs) {
        outputs.forEach((topic, output) -> topics.write(output, topic));
    }

    @Override
    public void writeResults(DataStream<Result> results, String topic) {
        topics.writeResults(results, topic);
    }

    @Override
    public void writeAlerts(AlertOutput output) {
        topics.writeAlerts(output);
    }
}
