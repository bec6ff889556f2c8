package org.tongcheng.plumbing.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.ActionOrLetter;
import org.tongcheng.wire.AlertActionDecoder;

/** Decodes actions inside the source. A null value is empty. */
final class ActionDeserializer implements KafkaRecordDeserializationSchema<ActionOrLetter> {

    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};

    private final AlertActionDecoder decoder = new AlertActionDecoder();

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ActionOrLetter> out) {
        byte[] payload = record.value() == null ? NOTHING : record.value();
        // Kafka says -1 where a record has no timestamp.
        long timestamp = record.timestamp() < 0 ? FeedRecord.UNKNOWN_TIME : record.timestamp();
        out.collect(
                ActionOrLetter.of(decoder, payload, timestamp, record.topic(), record.partition(), record.offset()));
    }

    @Override
    public TypeInformation<ActionOrLetter> getProducedType() {
        return TypeInformation.of(ActionOrLetter.class);
    }
}
