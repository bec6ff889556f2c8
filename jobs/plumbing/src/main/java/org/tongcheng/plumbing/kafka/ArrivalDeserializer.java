package org.tongcheng.plumbing.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.wire.FeedDecoder;

/** Decodes inside the source, so that watermarks know each partition's event times. A null value is empty. */
final class ArrivalDeserializer<T extends FeedRecord> implements KafkaRecordDeserializationSchema<Arrival<T>> {

    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};

    private final FeedDecoder<T> decoder;
    private final TypeInformation<Arrival<T>> type;

    ArrivalDeserializer(FeedDecoder<T> decoder, TypeInformation<Arrival<T>> type) {
        this.decoder = decoder;
        this.type = type;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrival<T>> out) {
        out.collect(arrival(decoder, record));
    }

    static <T extends FeedRecord> Arrival<T> arrival(FeedDecoder<T> decoder, ConsumerRecord<byte[], byte[]> record) {
        byte[] payload = record.value() == null ? NOTHING : record.value();
        return new Arrival<>(
                decoder.decode(payload, timestamp(record)),
                record.topic(),
                record.partition(),
                record.offset(),
                payload);
    }

    /** Kafka says -1 where a record has no timestamp. */
    static long timestamp(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() < 0 ? FeedRecord.UNKNOWN_TIME : record.timestamp();
    }

    @Override
    public TypeInformation<Arrival<T>> getProducedType() {
        return type;
    }
}
