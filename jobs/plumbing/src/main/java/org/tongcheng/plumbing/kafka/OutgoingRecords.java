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
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.wire.DeadLetterCodec;
import org.tongcheng.wire.ResultCodec;

/**
 * Encodes what leaves a job and sends all of it through one sink.
 *
 * @param sender no two sinks of a cluster may share it
 * @param zone of the offset in which times are written
 * @param uidPrefix of its operators, for jobs with several sinks
 */
record OutgoingRecords(KafkaSettings kafka, String sender, ZoneId zone, String uidPrefix) {

    private static final String UID = "kafka-outputs";

    /** Of a job with one sink. */
    OutgoingRecords(JobSettings settings, ZoneId zone) {
        this(settings.kafka(), settings.job(), zone, "");
    }

    /** @param name of the topic, without the prefix */
    String topic(String name) {
        return kafka.topic(name);
    }

    DataStream<OutgoingRecord> results(DataStream<Result> results, String resultTopic) {
        String topic = topic(resultTopic);
        ZoneId written = zone;
        return encoded(
                results,
                result -> new OutgoingRecord(topic, ResultCodec.key(result), ResultCodec.encode(result, written)),
                "encode-results");
    }

    DataStream<OutgoingRecord> deadLetters(DataStream<DeadLetter> letters) {
        String topic = topic(KafkaOutputs.DEAD_LETTERS);
        ZoneId written = zone;
        return encoded(
                letters,
                letter -> new OutgoingRecord(
                        topic, letter.feed().getBytes(StandardCharsets.UTF_8), DeadLetterCodec.encode(letter, written)),
                "encode-dead-letters");
    }

    <T> DataStream<OutgoingRecord> encoded(DataStream<T> stream, MapFunction<T, OutgoingRecord> encoder, String uid) {
        return stream.map(encoder)
                .returns(TypeInformation.of(OutgoingRecord.class))
                .uid(uidPrefix + uid)
                .name(uidPrefix + uid);
    }

    void send(DataStream<OutgoingRecord> records) {
        records.sinkTo(KafkaSink.<OutgoingRecord>builder()
                        .setBootstrapServers(kafka.bootstrapServers())
                        .setKafkaProducerConfig(producer(kafka))
                        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                        .setTransactionalIdPrefix(kafka.topic("tongcheng-" + sender))
                        .setRecordSerializer((record, context, timestamp) ->
                                new ProducerRecord<>(record.topic(), record.key(), record.value()))
                        .build())
                .uid(uidPrefix + UID)
                .name(uidPrefix + UID);
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
}
