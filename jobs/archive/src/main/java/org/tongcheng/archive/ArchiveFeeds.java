package org.tongcheng.archive;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.plumbing.intake.KeyedArrival;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.kafka.KafkaFeedSource;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.TapDecoder;
import org.tongcheng.wire.WaterObservationDecoder;

/** The three feeds, straight from their sources, each with the decoder that it was read with. */
public record ArchiveFeeds(Feed<Tap> taps, Feed<AirObservation> air, Feed<WaterObservation> water) {

    /** A feed with watermarks, which decide only when state dies. */
    public record Feed<T extends FeedRecord>(DataStream<KeyedArrival<T>> arrivals, FeedDecoder<T> decoder) {}

    /** @param sites of the region */
    static ArchiveFeeds read(StreamExecutionEnvironment environment, JobSettings settings, SiteDirectory sites) {
        return new ArchiveFeeds(
                read(environment, settings, new TapDecoder(sites), TypeInformation.of(new TypeHint<>() {})),
                read(environment, settings, new AirObservationDecoder(sites), TypeInformation.of(new TypeHint<>() {})),
                read(
                        environment,
                        settings,
                        new WaterObservationDecoder(sites),
                        TypeInformation.of(new TypeHint<>() {})));
    }

    private static <T extends FeedRecord> Feed<T> read(
            StreamExecutionEnvironment environment,
            JobSettings settings,
            FeedDecoder<T> decoder,
            TypeInformation<KeyedArrival<T>> type) {
        return new Feed<>(
                KafkaFeedSource.keyedStream(
                        environment,
                        settings,
                        decoder,
                        type,
                        Duration.ZERO,
                        ArchiveTopology.uid(decoder.feed()) + "-source"),
                decoder);
    }
}
