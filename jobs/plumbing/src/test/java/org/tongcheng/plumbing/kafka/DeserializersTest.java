package org.tongcheng.plumbing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.testkit.PlainDecoder;
import org.tongcheng.testkit.PlainRecord;
import org.tongcheng.wire.PublishedRegion;
import org.tongcheng.wire.ResultCodec;

class DeserializersTest {

    private static final Result POINT = Measurement.TRANSIT_UNMATCHED_1H
            .at(3_600_000)
            .tag("city_code", "510100")
            .integer("entries_without_exit", 1L)
            .integer("exits_without_entry", 2L)
            .build(3);

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value, long timestamp) {
        return new ConsumerRecord<>(
                "topic",
                3,
                17,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private static ConsumerRecord<byte[], byte[]> keyed(String key, byte[] value) {
        return new ConsumerRecord<>("topic", 0, 0, bytes(key), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Arrival<PlainRecord> arrival(ConsumerRecord<byte[], byte[]> record) {
        List<Arrival<PlainRecord>> arrivals = new ArrayList<>();
        new ArrivalDeserializer<>(new PlainDecoder(Feed.AIR_OBSERVATIONS), TypeInformation.of(new TypeHint<>() {}))
                .deserialize(record, new ListCollector<>(arrivals));
        assertThat(arrivals).hasSize(1);
        return arrivals.get(0);
    }

    @Test
    void givesAnArrivalItsPlaceAndTime() {
        Arrival<PlainRecord> arrival = arrival(record(bytes("123"), 456));

        assertThat(arrival.decoded().value()).isEqualTo(new PlainRecord(123, 456, false));
        assertThat(arrival.topic()).isEqualTo("topic");
        assertThat(arrival.partition()).isEqualTo(3);
        assertThat(arrival.offset()).isEqualTo(17);
        assertThat(arrival.decoded().arrivedAt()).isEqualTo(456);
        assertThat(arrival.payload()).isEqualTo(bytes("123"));
    }

    @Test
    void takesARecordWithoutValueForAnEmptyOne() {
        Arrival<PlainRecord> arrival = arrival(record(null, 456));

        assertThat(arrival.decoded().rejection()).isNotNull();
        assertThat(arrival.payload()).isEmpty();
    }

    @Test
    void knowsThatARecordMayHaveNoTimestamp() {
        assertThat(arrival(record(bytes("123"), -1)).decoded().arrivedAt()).isEqualTo(FeedRecord.UNKNOWN_TIME);
    }

    @Test
    void skipsAndCountsWhatIsNoResult() {
        Counted counted = new Counted(SkippingDeserializer.SKIPPED_RESULTS);
        SkippingDeserializer<Result> deserializer = SkippingDeserializer.results();
        deserializer.open(counted);
        List<Result> results = new ArrayList<>();

        deserializer.deserialize(record(bytes("{}"), 1), new ListCollector<>(results));
        deserializer.deserialize(record(null, 1), new ListCollector<>(results));
        deserializer.deserialize(
                record(ResultCodec.encode(POINT, ZoneId.of("Asia/Shanghai")), 1), new ListCollector<>(results));

        assertThat(results).containsExactly(POINT);
        assertThat(counted.skipped.getCount()).isEqualTo(2);
    }

    @Test
    void skipsAndCountsWhatIsNoTransition() {
        Counted counted = new Counted(SkippingDeserializer.SKIPPED_ALERTS);
        SkippingDeserializer<AlertTransition> deserializer = SkippingDeserializer.alerts();
        deserializer.open(counted);
        List<AlertTransition> alerts = new ArrayList<>();

        deserializer.deserialize(record(bytes("{}"), 1), new ListCollector<>(alerts));
        deserializer.deserialize(record(AlertExamples.bytes("alerts", "handled"), 1), new ListCollector<>(alerts));

        assertThat(alerts).containsExactly(AlertExamples.transition("handled"));
        assertThat(counted.skipped.getCount()).isEqualTo(1);
    }

    @Test
    void skipsAndCountsWhatIsNoRegion() {
        Counted counted = new Counted(ReferenceDeserializer.SKIPPED_METRIC);
        ReferenceDeserializer deserializer = new ReferenceDeserializer("chengdu");
        deserializer.open(counted);
        List<PublishedRegion> regions = new ArrayList<>();

        deserializer.deserialize(keyed("chengdu", bytes("{}")), new ListCollector<>(regions));
        deserializer.deserialize(keyed("deyang", bytes("of no concern")), new ListCollector<>(regions));
        deserializer.deserialize(record(bytes("without a key"), 1), new ListCollector<>(regions));
        deserializer.deserialize(
                keyed("chengdu", AlertExamples.bytes("reference", "region-only")), new ListCollector<>(regions));

        assertThat(regions).singleElement().satisfies(region -> assertThat(region.files())
                .containsOnlyKeys("region.yaml"));
        assertThat(counted.skipped.getCount()).isEqualTo(1);
    }

    private static final class Counted implements DeserializationSchema.InitializationContext {

        final Counter skipped = new SimpleCounter();
        private final String metric;

        Counted(String metric) {
            this.metric = metric;
        }

        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup() {
                @Override
                public Counter counter(String name) {
                    return name.equals(metric) ? skipped : super.counter(name);
                }
            };
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            return SimpleUserCodeClassLoader.create(getClass().getClassLoader());
        }
    }
}
