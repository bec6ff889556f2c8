package org.tongcheng.archive.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.archive.index.ArchiveIndex;
import org.tongcheng.archive.index.ArchivedFile;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.plumbing.job.FeedWatermarks;
import org.tongcheng.wire.FeedDecoder;

/**
 * Reads the records of a feed that a range takes out of an archive, decoded anew: as Flink's Kafka source gave them, each
 * partition in its order, with watermarks of its own, and at the same reader. Bounded; files that are
 * added later are not read.
 */
public final class ArchiveSource<T extends FeedRecord> implements Source<Arrival<T>, ArchiveSplit, ArchivePlan> {

    private static final long serialVersionUID = 1L;

    private final List<ArchiveSplit> splits;
    private final FeedDecoder<T> decoder;
    private final ReplayRange range;

    private ArchiveSource(List<ArchiveSplit> splits, FeedDecoder<T> decoder, ReplayRange range) {
        this.splits = splits;
        this.decoder = decoder;
        this.range = range;
    }

    /** @param files as {@link ArchiveIndex#files} gives them for the range */
    public static <T extends FeedRecord> ArchiveSource<T> of(
            SortedMap<Integer, List<ArchivedFile>> files, FeedDecoder<T> decoder, ReplayRange range) {
        List<ArchiveSplit> splits = new ArrayList<>();
        files.values().forEach(partition -> splits.add(ArchiveSplit.of(partition)));
        return new ArchiveSource<>(splits, decoder, range);
    }

    /**
     * The arrivals of the decoder's feed, each partition in its order, with watermarks per partition.
     *
     * @param type of the arrivals, from a type hint
     */
    public DataStream<Arrival<T>> stream(
            StreamExecutionEnvironment environment,
            TypeInformation<Arrival<T>> type,
            Duration outOfOrderness,
            String uid) {
        return environment
                .fromSource(this, FeedWatermarks.strategy(outOfOrderness), uid, type)
                .uid(uid);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<ArchiveSplit, ArchivePlan> createEnumerator(SplitEnumeratorContext<ArchiveSplit> context) {
        return restoreEnumerator(context, new ArchivePlan(splits));
    }

    @Override
    public SplitEnumerator<ArchiveSplit, ArchivePlan> restoreEnumerator(
            SplitEnumeratorContext<ArchiveSplit> context, ArchivePlan plan) {
        return new ArchiveEnumerator(context, plan);
    }

    @Override
    public SimpleVersionedSerializer<ArchiveSplit> getSplitSerializer() {
        return new ArchiveSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<ArchivePlan> getEnumeratorCheckpointSerializer() {
        return new ArchivePlan.Serializer();
    }

    @Override
    public SourceReader<Arrival<T>, ArchiveSplit> createReader(SourceReaderContext context) {
        return new ArchiveReader<>(context, decoder, range);
    }
}
