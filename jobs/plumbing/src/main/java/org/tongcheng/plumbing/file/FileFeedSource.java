package org.tongcheng.plumbing.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceEnumerator;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReaderBase;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.job.FeedWatermarks;
import org.tongcheng.wire.FeedDecoder;

/** Reads a recorded feed: one file, one reader, so that the order of the lines is the order of arrival. */
public final class FileFeedSource<T extends FeedRecord>
        implements Source<Arrival<T>, FeedFileSplit, Collection<FeedFileSplit>> {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final FeedDecoder<T> decoder;

    private FileFeedSource(Path file, FeedDecoder<T> decoder) {
        this.file = file.toString();
        this.decoder = decoder;
    }

    /** @param file {@code .jsonl} or {@code .jsonl.gz}; to be read at parallelism 1 */
    public static <T extends FeedRecord> FileFeedSource<T> of(Path file, FeedDecoder<T> decoder) {
        return new FileFeedSource<>(file, decoder);
    }

    /**
     * The arrivals of a file, bounded, at parallelism 1; the offset is the line's number from 0.
     *
     * @param file {@code .jsonl} or {@code .jsonl.gz}; one that cannot be read fails the job with its name
     * @param type of the arrivals, from a type hint
     */
    public static <T extends FeedRecord> DataStream<Arrival<T>> stream(
            StreamExecutionEnvironment environment,
            Path file,
            FeedDecoder<T> decoder,
            TypeInformation<Arrival<T>> type,
            Duration outOfOrderness,
            String uid) {
        return environment
                .fromSource(of(file, decoder), FeedWatermarks.strategy(outOfOrderness), uid, type)
                .uid(uid)
                .setParallelism(1);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<FeedFileSplit, Collection<FeedFileSplit>> createEnumerator(
            SplitEnumeratorContext<FeedFileSplit> context) {
        return restoreEnumerator(context, List.of(new FeedFileSplit(file, 0)));
    }

    @Override
    public SplitEnumerator<FeedFileSplit, Collection<FeedFileSplit>> restoreEnumerator(
            SplitEnumeratorContext<FeedFileSplit> context, Collection<FeedFileSplit> unassigned) {
        return new IteratorSourceEnumerator<>(context, unassigned);
    }

    @Override
    public SimpleVersionedSerializer<FeedFileSplit> getSplitSerializer() {
        return new FeedFileSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<Collection<FeedFileSplit>> getEnumeratorCheckpointSerializer() {
        return new FeedFileSplit.UnassignedSerializer();
    }

    @Override
    public SourceReader<Arrival<T>, FeedFileSplit> createReader(SourceReaderContext context) {
        return new Reader<>(context, decoder);
    }

    private static final class Reader<T extends FeedRecord>
            extends IteratorSourceReaderBase<byte[], Arrival<T>, LineReader, FeedFileSplit> {

        private final FeedDecoder<T> decoder;

        Reader(SourceReaderContext context, FeedDecoder<T> decoder) {
            super(context);
            this.decoder = decoder;
        }

        @Override
        protected Arrival<T> convert(byte[] line) {
            return new Arrival<>(
                    decoder.decode(line, FeedRecord.UNKNOWN_TIME),
                    decoder.feed().topic(),
                    0,
                    iterator.returned() - 1,
                    line);
        }

        /** Flink's own takes it for granted that a split holds something; a file may be empty. */
        @Override
        protected InputStatus tryMoveToNextSplit() {
            InputStatus status = super.tryMoveToNextSplit();
            if (status == InputStatus.MORE_AVAILABLE && !iterator.hasNext()) {
                finishSplit();
                return super.tryMoveToNextSplit();
            }
            return status;
        }

        @Override
        protected void finishSplit() {
            iterator.close();
            super.finishSplit();
        }

        @Override
        public void close() {
            if (iterator != null) {
                iterator.close();
            }
        }
    }
}
