package org.tongcheng.local.run;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.wire.FeedDecoder;

/** Where the feeds of a bounded run come from. */
public interface FeedStreams {

    /**
     * The arrivals of the decoder's feed, each partition in its order, with watermarks; null where the feed is absent.
     *
     * @param type of the arrivals, from a type hint
     */
    <T extends FeedRecord> @Nullable DataStream<Arrival<T>> stream(
            StreamExecutionEnvironment environment,
            FeedDecoder<T> decoder,
            TypeInformation<Arrival<T>> type,
            Duration outOfOrderness);

    /** What of a feed is taken; null for all of it. */
    @Nullable
    ReplayRange range(Feed feed);
}
