package org.tongcheng.local.replay;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.source.ArchiveSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.local.replay.ReplayPlan.Part;
import org.tongcheng.local.run.FeedStreams;
import org.tongcheng.plumbing.file.FileFeedSource;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.plumbing.job.FeedWatermarks;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.kafka.KafkaFeedSource;
import org.tongcheng.wire.FeedDecoder;

/**
 * The feeds of a replay. Where the archive ends and Kafka goes on, Flink changes from the one source to the other; a partition
 * stays at its subtask, so that the gate goes on with what it knows of it.
 */
record ReplayStreams(ReplayPlan plan, KafkaSettings kafka) implements FeedStreams {

    @Override
    public <T extends FeedRecord> @Nullable DataStream<Arrival<T>> stream(
            StreamExecutionEnvironment environment,
            FeedDecoder<T> decoder,
            TypeInformation<Arrival<T>> type,
            Duration outOfOrderness) {
        Part part = plan.feeds().get(decoder.feed());
        if (part == null) {
            return null;
        }
        String name = decoder.feed().topic().replace('.', '-');
        DataStream<Arrival<T>> arrivals = part.recorded() == null
                ? environment
                        .fromSource(source(part, decoder, type), FeedWatermarks.strategy(outOfOrderness), name, type)
                        .uid(name + "-replay-source")
                : FileFeedSource.stream(
                        environment, part.recorded(), decoder, type, outOfOrderness, name + "-file-source");
        return arrivals.map(new CountRead<>(), type)
                .uid(name + "-read")
                .name(name + "-read")
                .setParallelism(arrivals.getParallelism());
    }

    @Override
    public @Nullable ReplayRange range(Feed feed) {
        Part part = plan.feeds().get(feed);
        return part == null ? null : part.range();
    }

    private <T extends FeedRecord> Source<Arrival<T>, ?, ?> source(
            Part part, FeedDecoder<T> decoder, TypeInformation<Arrival<T>> type) {
        ArchiveSource<T> archive = ArchiveSource.of(part.archived(), decoder, part.range());
        if (part.kafka() == null) {
            return archive;
        }
        Source<Arrival<T>, ?, ?> topic = KafkaFeedSource.of(kafka, part.kafka(), decoder, type);
        return part.archived().isEmpty()
                ? topic
                : HybridSource.builder(archive).addSource(topic).build();
    }
}
