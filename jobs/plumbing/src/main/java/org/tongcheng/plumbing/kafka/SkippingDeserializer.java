package org.tongcheng.plumbing.kafka;

import java.io.Serializable;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.wire.AlertCodec;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.ResultCodec;

/** Decodes what other jobs write. What cannot be decoded is skipped, counted and named by place. */
final class SkippingDeserializer<T> implements KafkaRecordDeserializationSchema<T> {

    static final String SKIPPED_RESULTS = "undecodableResults";
    static final String SKIPPED_ALERTS = "undecodableAlerts";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SkippingDeserializer.class);
    private static final byte[] NOTHING = {};

    private final Decoder<T> decoder;
    private final TypeInformation<T> type;
    private final String skippedMetric;

    @SuppressWarnings("NullAway.Init") // by open
    private transient Counter skipped;

    private SkippingDeserializer(Decoder<T> decoder, TypeInformation<T> type, String skippedMetric) {
        this.decoder = decoder;
        this.type = type;
        this.skippedMetric = skippedMetric;
    }

    private interface Decoder<T> extends Serializable {

        Decoded<T> decode(byte[] payload);
    }

    static SkippingDeserializer<Result> results() {
        return new SkippingDeserializer<>(ResultCodec::decode, ResultSerializer.RESULT, SKIPPED_RESULTS);
    }

    static SkippingDeserializer<AlertTransition> alerts() {
        return new SkippingDeserializer<>(
                AlertCodec::decode, TypeInformation.of(AlertTransition.class), SKIPPED_ALERTS);
    }

    @Override
    public void open(InitializationContext context) {
        skipped = context.getMetricGroup().counter(skippedMetric);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
        T value = decoder.decode(record.value() == null ? NOTHING : record.value())
                .value();
        if (value == null) {
            skipped.inc();
            LOG.warn("{}: {}-{} offset {}", skippedMetric, record.topic(), record.partition(), record.offset());
            return;
        }
        out.collect(value);
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return type;
    }
}
