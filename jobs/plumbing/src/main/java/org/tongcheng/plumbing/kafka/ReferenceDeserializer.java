package org.tongcheng.plumbing.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.PublishedRegion;
import org.tongcheng.wire.ReferenceCodec;

/** Picks one region out of the topic; the others are not even decoded. What cannot be read is skipped and counted. */
final class ReferenceDeserializer implements KafkaRecordDeserializationSchema<PublishedRegion> {

    static final String SKIPPED_METRIC = "undecodableReference";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceDeserializer.class);

    private final String regionId;
    private final byte[] key;

    @SuppressWarnings("NullAway.Init") // by open
    private transient Counter skipped;

    ReferenceDeserializer(String regionId) {
        this.regionId = regionId;
        this.key = regionId.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void open(InitializationContext context) {
        skipped = context.getMetricGroup().counter(SKIPPED_METRIC);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PublishedRegion> out) {
        if (!Arrays.equals(key, record.key())) {
            return;
        }
        if (record.value() == null) {
            out.collect(new PublishedRegion(regionId, Map.of()));
            return;
        }
        Decoded<PublishedRegion> decoded = ReferenceCodec.decode(record.value());
        PublishedRegion region = decoded.value();
        if (region != null && region.regionId().equals(regionId)) {
            out.collect(region);
            return;
        }
        Rejection rejection = decoded.rejection();
        skipped.inc();
        LOG.warn(
                "{}-{} offset {} is no region {} and changes nothing: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                regionId,
                rejection == null
                        ? "its key is not its region_id"
                        : rejection.reason().wireName());
    }

    @Override
    public TypeInformation<PublishedRegion> getProducedType() {
        return TypeInformation.of(PublishedRegion.class);
    }
}
