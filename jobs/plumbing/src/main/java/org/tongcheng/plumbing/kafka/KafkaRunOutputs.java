package org.tongcheng.plumbing.kafka;

import java.time.ZoneId;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.KafkaSettings;

/**
 * Ends a job that has several outputs in Kafka: a sink for each.
 *
 * @param kafka with the prefix of the topics
 * @param zone of the offset in which times are written
 */
public record KafkaRunOutputs(KafkaSettings kafka, ZoneId zone) {

    /** @param resultTopic without the prefix, such as {@code air.results} */
    public void write(JobOutput output, String resultTopic) {
        KafkaOutputs.write(output, resultTopic, outgoing(resultTopic));
    }

    /** For a job that reads no feed and so refuses nothing. */
    public void writeResults(DataStream<Result> results, String resultTopic) {
        OutgoingRecords outgoing = outgoing(resultTopic);
        outgoing.send(outgoing.results(results, resultTopic));
    }

    public void writeAlerts(AlertOutput output) {
        KafkaAlertOutputs.write(output, outgoing(KafkaAlertOutputs.ALERTS));
    }

    private OutgoingRecords outgoing(String topic) {
        String name = topic.replace('.', '-');
        return new OutgoingRecords(kafka, name, zone, name + "-");
    }
}
