package org.tongcheng.plumbing.kafka;

import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.ResultCodec;

/** Decodes results of other jobs. What cannot be decoded is no result: it is skipped, counted and named by place. */
final class ResultDeserializer implements KafkaRecordDeserializationSchema<Result> {

    static final String SKIPPED_METRIC = "undecodableResults";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ResultDeserializer.class);
    private static final byte[] NOTHING = {};

    @SuppressWarnings("NullAway.Init") // by open
    private transient Counter skipped;

    @Override
    public void open(InitializationContext context) {
        skipped = context.getMetricGroup().counter(SKIPPED_METRIC);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Result> out) {
        Decoded<Result> decoded = ResultCodec.decode(record.value() == null ? NOTHING : record.value());
        Result result = decoded.value();
        if (result == null) {
            skipped.inc();
            LOG.warn("no result at {}-{} offset {}", record.topic(), record.partition(), record.offset());
            return;
        }
        out.collect(result);
    }

    @Override
    public TypeInformation<Result> getProducedType() {
        return ResultSerializer.RESULT;
    }
}
