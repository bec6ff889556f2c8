package org.tongcheng.local.replay;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.connector.base.source.hybrid.HybridSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.source.ArchiveSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.local.replay.PacedSource.Pace;
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
 *
 * @param pace null for as fast as it goes
 */
record ReplayStreams(
        ReplayPlan plan, KafkaSettings kafka, @Nullable Pace pace) implements FeedStreams {

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
        DataStreamSource<Arrival<T>> arrivals = environment.fromSource(
                paced(source(part, decoder, type)), FeedWatermarks.strategy(outOfOrderness), name, type);
        arrivals.uid(name + "-replay-source");
        if (part.recorded() != null) {
            arrivals.setParallelism(1);
        }
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

    private <T extends FeedRecord, S extends SourceSplit, E> Source<Arrival<T>, ?, ?> paced(
            Source<Arrival<T>, S, E> source) {
        return pace == null ? source : PacedSource.of(source, pace);
    }

    private <T extends FeedRecord> Source<Arrival<T>, ?, ?> source(
            Part part, FeedDecoder<T> decoder, TypeInformation<Arrival<T>> type) {
        if (part.recorded() != null) {
            return FileFeedSource.of(part.recorded(), decoder);
        }
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
