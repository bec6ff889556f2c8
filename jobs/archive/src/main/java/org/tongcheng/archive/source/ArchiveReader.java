package org.tongcheng.archive.source;

import java.util.Map;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.RecordEmitter;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.metrics.Counter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.FeedDecoder;

/** Decodes rows in the task's thread while the next ones are read in another. */
@SuppressWarnings("try") // Flink has it throw what it likes on close
final class ArchiveReader<T extends FeedRecord>
        extends SingleThreadMultiplexSourceReaderBase<ReplayedRow, Arrival<T>, ArchiveSplit, ArchiveReader.Progress> {

    static final String ROWS_READ = "archiveRowsRead";

    /** What Kafka, and so Flink's Kafka source, says of a record without a timestamp. */
    private static final long NO_TIMESTAMP = -1;

    ArchiveReader(SourceReaderContext context, FeedDecoder<T> decoder, ReplayRange range) {
        this(context, decoder, range, context.metricGroup().counter(ROWS_READ));
    }

    private ArchiveReader(SourceReaderContext context, FeedDecoder<T> decoder, ReplayRange range, Counter rowsRead) {
        super(
                () -> new ArchiveSplitReader(range, rowsRead),
                new Emitter<>(decoder),
                context.getConfiguration(),
                context);
    }

    /** How far a split has been handed out. */
    static final class Progress {
        private final ArchiveSplit split;
        private long nextOffset;

        Progress(ArchiveSplit split) {
            this.split = split;
            this.nextOffset = split.firstOffset();
        }
    }

    @Override
    protected Progress initializedState(ArchiveSplit split) {
        return new Progress(split);
    }

    @Override
    protected ArchiveSplit toSplitType(String splitId, Progress progress) {
        return progress.split.from(progress.nextOffset);
    }

    /** The enumerator has given all there is. */
    @Override
    protected void onSplitFinished(Map<String, Progress> finished) {}

    private record Emitter<T extends FeedRecord>(FeedDecoder<T> decoder)
            implements RecordEmitter<ReplayedRow, Arrival<T>, Progress> {

        @Override
        public void emitRecord(ReplayedRow row, SourceOutput<Arrival<T>> output, Progress progress) {
            Arrival<T> arrival = new Arrival<>(decoded(row), row.topic(), row.partition(), row.offset(), row.payload());
            long timestamp = row.kafkaTimestamp();
            output.collect(arrival, timestamp == FeedRecord.UNKNOWN_TIME ? NO_TIMESTAMP : timestamp);
            progress.nextOffset = row.offset() + 1;
        }

        private Decoded<T> decoded(ReplayedRow row) {
            return row.redacted() == null
                    ? decoder.decode(row.payload(), row.kafkaTimestamp())
                    : Decoded.rejected(new Rejection(row.redacted(), null, null), row.kafkaTimestamp());
        }
    }
}
