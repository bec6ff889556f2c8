package org.tongcheng.plumbing.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.KeyedArrival;
import org.tongcheng.plumbing.job.FeedWatermarks;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.wire.FeedDecoder;

/** Reads a feed from its Kafka topic. */
public final class KafkaFeedSource {

    private KafkaFeedSource() {}

    /**
     * The arrivals of the decoder's feed, each partition in its order, with watermarks per partition.
     *
     * @param type of the arrivals, from a type hint
     */
    public static <T extends FeedRecord> DataStream<Arrival<T>> stream(
            StreamExecutionEnvironment environment,
            JobSettings settings,
            FeedDecoder<T> decoder,
            TypeInformation<Arrival<T>> type,
            Duration outOfOrderness,
            String uid) {
        List<String> topics = List.of(decoder.feed().topic());
        return environment
                .fromSource(
                        Sources.of(settings.kafka(), topics, new ArrivalDeserializer<>(decoder, type)),
                        FeedWatermarks.<T>strategy(outOfOrderness).withIdleness(settings.idleness()),
                        uid,
                        type)
                .uid(uid);
    }

    /** A source of just those records, bounded. */
    public static <T extends FeedRecord> KafkaSource<Arrival<T>> of(
            KafkaSettings kafka, OffsetSpan span, FeedDecoder<T> decoder, TypeInformation<Arrival<T>> type) {
        return Sources.of(kafka, span, new ArrivalDeserializer<>(decoder, type));
    }

    /** The same arrivals with all that Kafka says of each. */
    public static <T extends FeedRecord> DataStream<KeyedArrival<T>> keyedStream(
            StreamExecutionEnvironment environment,
            JobSettings settings,
            FeedDecoder<T> decoder,
            TypeInformation<KeyedArrival<T>> type,
            Duration outOfOrderness,
            String uid) {
        List<String> topics = List.of(decoder.feed().topic());
        WatermarkStrategy<KeyedArrival<T>> watermarks = FeedWatermarks.<KeyedArrival<T>, T>strategy(
                        outOfOrderness, KeyedArrival::arrival)
                .withIdleness(settings.idleness());
        return environment
                .fromSource(
                        Sources.of(settings.kafka(), topics, new KeyedArrivalDeserializer<>(decoder, type)),
                        watermarks,
                        uid,
                        type)
                .uid(uid);
    }
}
