package org.tongcheng.plumbing.kafka;

import java.time.ZoneId;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.wire.AlertCodec;

/**
 * Ends a job that raises alerts in Kafka: one sink, so that a transition, its point and dead letters of a checkpoint
 * appear in one transaction per subtask. The streams must have the parallelism of the environment; only then do the
 * transitions of an alert stay in their order.
 */
public final class KafkaAlertOutputs {

    /** Topic of transitions, without the prefix. */
    public static final String ALERTS = "alerts";
    /** Topic of the points of alerts, without the prefix. */
    public static final String POINTS = "alert.results";

    private KafkaAlertOutputs() {}

    /** @param zone of the offset in which times are written */
    public static void write(AlertOutput output, JobSettings settings, ZoneId zone) {
        write(output, new OutgoingRecords(settings, zone));
    }

    static void write(AlertOutput output, OutgoingRecords outgoing) {
        outgoing.send(transitions(outgoing, output.transitions())
                .union(outgoing.results(output.points(), POINTS), outgoing.deadLetters(output.deadLetters())));
    }

    private static DataStream<OutgoingRecord> transitions(
            OutgoingRecords outgoing, DataStream<AlertTransition> transitions) {
        String topic = outgoing.topic(ALERTS);
        ZoneId zone = outgoing.zone();
        return outgoing.encoded(
                transitions,
                alert -> new OutgoingRecord(topic, AlertCodec.key(alert), AlertCodec.encode(alert, zone)),
                "encode-alerts");
    }
}
