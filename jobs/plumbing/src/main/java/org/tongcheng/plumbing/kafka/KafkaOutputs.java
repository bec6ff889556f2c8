package org.tongcheng.plumbing.kafka;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Properties;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.wire.DeadLetterCodec;
import org.tongcheng.wire.LateCodec;
import org.tongcheng.wire.ResultCodec;

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

    private static final String UID = "kafka-outputs";

    private KafkaOutputs() {}

    /**
     * @param resultTopic without the prefix, such as {@code air.results}
     * @param zone of the offset in which times are written
     */
    public static void write(JobOutput output, String resultTopic, JobSettings settings, ZoneId zone) {
        String deadLetters = settings.kafka().topic(DEAD_LETTERS);
        String late = settings.kafka().topic(LATE);
        sink(
                encodedResults(output.results(), settings.kafka().topic(resultTopic), zone)
                        .union(
                                encoded(
                                        output.deadLetters(),
                                        letter -> new OutgoingRecord(
                                                deadLetters,
                                                bytes(letter.feed()),
                                                DeadLetterCodec.encode(letter, zone)),
                                        "encode-dead-letters"),
                                encoded(
                                        output.late(),
                                        record -> new OutgoingRecord(
                                                late,
                                                bytes(record.topic() + "-" + record.partition()),
                                                LateCodec.encode(record, zone)),
                                        "encode-late")),
                settings);
    }

    /** For a job that reads no feed and so refuses nothing. */
    public static void writeResults(DataStream<Result> results, String resultTopic, JobSettings settings, ZoneId zone) {
        sink(encodedResults(results, settings.kafka().topic(resultTopic), zone), settings);
    }

    private static DataStream<OutgoingRecord> encodedResults(DataStream<Result> results, String topic, ZoneId zone) {
        return encoded(
                results,
                result -> new OutgoingRecord(topic, ResultCodec.key(result), ResultCodec.encode(result, zone)),
                "encode-results");
    }

    private static <T> DataStream<OutgoingRecord> encoded(
            DataStream<T> stream, MapFunction<T, OutgoingRecord> encoder, String uid) {
        return stream.map(encoder)
                .returns(TypeInformation.of(OutgoingRecord.class))
                .uid(uid)
                .name(uid);
    }

    private static void sink(DataStream<OutgoingRecord> records, JobSettings settings) {
        records.sinkTo(KafkaSink.<OutgoingRecord>builder()
                        .setBootstrapServers(settings.kafka().bootstrapServers())
                        .setKafkaProducerConfig(producer(settings.kafka()))
                        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                        .setTransactionalIdPrefix(settings.kafka().topic("tongcheng-" + settings.job()))
                        .setRecordSerializer((record, context, timestamp) ->
                                new ProducerRecord<>(record.topic(), record.key(), record.value()))
                        .build())
                .uid(UID)
                .name(UID);
    }

    private static Properties producer(KafkaSettings kafka) {
        Properties producer = kafka.client();
        producer.putIfAbsent("compression.type", "lz4");
        producer.putIfAbsent("linger.ms", "50");
        producer.putIfAbsent("batch.size", Integer.toString(128 * 1024));
        producer.setProperty(
                "transaction.timeout.ms",
                Long.toString(kafka.transactionTimeout().toMillis()));
        return producer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
