package org.tongcheng.plumbing.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.KeyedArrival;
import org.tongcheng.wire.FeedDecoder;

/** Decodes as {@link ArrivalDeserializer} does, and keeps key, value and timestamp as they came. */
final class KeyedArrivalDeserializer<T extends FeedRecord>
        implements KafkaRecordDeserializationSchema<KeyedArrival<T>> {

    private static final long serialVersionUID = 1L;

    private final FeedDecoder<T> decoder;
    private final TypeInformation<KeyedArrival<T>> type;

    KeyedArrivalDeserializer(FeedDecoder<T> decoder, TypeInformation<KeyedArrival<T>> type) {
        this.decoder = decoder;
        this.type = type;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<KeyedArrival<T>> out) {
        out.collect(new KeyedArrival<>(
                ArrivalDeserializer.arrival(decoder, record),
                record.key(),
                record.value(),
                ArrivalDeserializer.timestamp(record)));
    }

    @Override
    public TypeInformation<KeyedArrival<T>> getProducedType() {
        return type;
    }
}
