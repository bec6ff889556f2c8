package org.tongcheng.plumbing.kafka;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.wire.LateCodec;

/**
 * Ends a job in Kafka: one sink, so that results, dead letters and late records of a checkpoint appear in one
 * transaction per subtask. The streams must have the parallelism of the environment; only then do the revisions of a
 * point stay in their order.
 */
public final class KafkaOutputs {

    /** Topic of rejected records, without the prefix. */
    public static final String DEAD_LETTERS = "deadletters";
    /** Topic of records beyond the accepted lateness, without the prefix. */
    public static final String LATE = "late";

    private KafkaOutputs() {}

    /**
     * @param resultTopic without the prefix, such as {@code air.results}
     * @param zone of the offset in which times are written
     */
    public static void write(JobOutput output, String resultTopic, JobSettings settings, ZoneId zone) {
        write(output, resultTopic, new OutgoingRecords(settings, zone));
    }

    static void write(JobOutput output, String resultTopic, OutgoingRecords outgoing) {
        outgoing.send(outgoing.results(output.results(), resultTopic)
                .union(outgoing.deadLetters(output.deadLetters()), late(outgoing, output.late())));
    }

    /** For a job that reads no feed and so refuses nothing. */
    public static void writeResults(DataStream<Result> results, String resultTopic, JobSettings settings, ZoneId zone) {
        OutgoingRecords outgoing = new OutgoingRecords(settings, zone);
        outgoing.send(outgoing.results(results, resultTopic));
    }

    /** For a job whose results go elsewhere. */
    public static void writeDeadLetters(DataStream<DeadLetter> letters, JobSettings settings, ZoneId zone) {
        OutgoingRecords outgoing = new OutgoingRecords(settings, zone);
        outgoing.send(outgoing.deadLetters(letters));
    }

    private static DataStream<OutgoingRecord> late(OutgoingRecords outgoing, DataStream<LateRecord> records) {
        String topic = outgoing.topic(LATE);
        ZoneId zone = outgoing.zone();
        return outgoing.encoded(
                records,
                record -> new OutgoingRecord(
                        topic,
                        (record.topic() + "-" + record.partition()).getBytes(StandardCharsets.UTF_8),
                        LateCodec.encode(record, zone)),
                "encode-late");
    }
}
