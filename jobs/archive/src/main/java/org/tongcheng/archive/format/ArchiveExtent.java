package org.tongcheng.archive.format;

import java.io.Serializable;
import java.util.Collection;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.tongcheng.plumbing.intake.ReplayRange;

/**
 * What a file, or a row group of one, tells of its records without being read.
 *
 * @param offsets of its records
 * @param eventTimes epoch milliseconds, of those that have one
 * @param kafkaTimestamps epoch milliseconds, of those that have one
 * @param timeless whether there may be a record with neither time
 */
public record ArchiveExtent(long rows, Span offsets, Span eventTimes, Span kafkaTimestamps, boolean timeless)
        implements Serializable {

    /**
     * From the lowest to the highest, both within.
     *
     * @param lowest above {@code highest} where there is nothing
     */
    public record Span(long lowest, long highest) implements Serializable {

        static final Span NOTHING = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

        public boolean isEmpty() {
            return lowest > highest;
        }

        /** @param to not within */
        boolean meets(long from, long to) {
            return !isEmpty() && lowest < to && highest >= from;
        }

        Span with(Span other) {
            return new Span(Math.min(lowest, other.lowest), Math.max(highest, other.highest));
        }
    }

    static final ArchiveExtent NOTHING = new ArchiveExtent(0, Span.NOTHING, Span.NOTHING, Span.NOTHING, false);

    /** Whether one of its records may be one that the range takes. */
    public boolean mayHold(ReplayRange range) {
        return timeless
                || kafkaTimestamps.meets(range.from(), range.to())
                || eventTimes.meets(range.firstEventTime(), range.endOfEventTimes());
    }

    static ArchiveExtent of(Collection<BlockMetaData> rowGroups) {
        return rowGroups.stream().map(ArchiveExtent::of).reduce(NOTHING, ArchiveExtent::with);
    }

    static ArchiveExtent of(BlockMetaData rowGroup) {
        LongStatistics offsets = statistics(rowGroup, ArchiveSchema.OFFSET);
        LongStatistics eventTimes = statistics(rowGroup, ArchiveSchema.EVENT_TIME);
        LongStatistics kafkaTimestamps = statistics(rowGroup, ArchiveSchema.KAFKA_TIMESTAMP);
        return new ArchiveExtent(
                rowGroup.getRowCount(),
                span(offsets),
                span(eventTimes),
                span(kafkaTimestamps),
                eventTimes.getNumNulls() > 0 && kafkaTimestamps.getNumNulls() > 0);
    }

    private ArchiveExtent with(ArchiveExtent other) {
        return new ArchiveExtent(
                rows + other.rows,
                offsets.with(other.offsets),
                eventTimes.with(other.eventTimes),
                kafkaTimestamps.with(other.kafkaTimestamps),
                timeless || other.timeless);
    }

    private static LongStatistics statistics(BlockMetaData rowGroup, String column) {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
            if (chunk.getPath().toDotString().equals(column)
                    && chunk.getStatistics() instanceof LongStatistics statistics
                    && !statistics.isEmpty()) {
                return statistics;
            }
        }
        throw new IllegalArgumentException("it has no statistics of column " + column);
    }

    private static Span span(LongStatistics statistics) {
        return statistics.hasNonNullValue() ? new Span(statistics.getMin(), statistics.getMax()) : Span.NOTHING;
    }
}
