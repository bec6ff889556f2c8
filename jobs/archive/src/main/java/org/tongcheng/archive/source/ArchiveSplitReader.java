package org.tongcheng.archive.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;
import org.tongcheng.plumbing.intake.ReplayRange;

/**
 * Reads and decompresses in a thread of its own. Of several partitions the one that is furthest behind in arrival goes
 * next, so that they advance together, as they did when they arrived, and no window waits with its state for one of them.
 */
final class ArchiveSplitReader implements SplitReader<ReplayedRow, ArchiveSplit> {

    /** The hand-over to the task's thread costs more than a few rows; more would only lie in memory. */
    private static final int ROWS_AT_A_TIME = 1000;

    private final ReplayRange range;
    private final Counter rowsRead;
    private final Map<String, Partition> running = new LinkedHashMap<>();
    private final Map<String, Partition> paused = new LinkedHashMap<>();
    private final Object wake = new Object();
    private boolean woken;

    private static final class Partition {
        final String splitId;
        final PartitionRows rows;
        long arrival = Long.MIN_VALUE;
        long counted;

        Partition(ArchiveSplit split, ReplayRange range) {
            this.splitId = split.splitId();
            this.rows = new PartitionRows(split.files(), range, split.firstOffset());
        }
    }

    /** @param rowsRead counts rows of files, whether the range takes them or not */
    ArchiveSplitReader(ReplayRange range, Counter rowsRead) {
        this.range = range;
        this.rowsRead = rowsRead;
    }

    @Override
    public RecordsWithSplitIds<ReplayedRow> fetch() throws IOException {
        RecordsBySplits.Builder<ReplayedRow> fetched = new RecordsBySplits.Builder<>();
        Partition partition = furthestBehind();
        if (partition == null) {
            awaitChange();
            return fetched.build();
        }
        List<ReplayedRow> rows = new ArrayList<>(ROWS_AT_A_TIME);
        ReplayedRow row = partition.rows.next();
        while (row != null) {
            rows.add(row);
            row = rows.size() < ROWS_AT_A_TIME ? partition.rows.next() : null;
        }
        if (rows.size() < ROWS_AT_A_TIME) {
            partition.rows.close();
            running.remove(partition.splitId);
            fetched.addFinishedSplit(partition.splitId);
        } else {
            partition.arrival = rows.get(rows.size() - 1).kafkaTimestamp();
        }
        fetched.addAll(partition.splitId, rows);
        rowsRead.inc(partition.rows.rowsPassed() - partition.counted);
        partition.counted = partition.rows.rowsPassed();
        return fetched.build();
    }

    @Override
    public void handleSplitsChanges(SplitsChange<ArchiveSplit> change) {
        for (ArchiveSplit split : change.splits()) {
            running.put(split.splitId(), new Partition(split, range));
        }
    }

    @Override
    public void pauseOrResumeSplits(Collection<ArchiveSplit> toPause, Collection<ArchiveSplit> toResume) {
        toPause.forEach(split -> move(split.splitId(), running, paused));
        toResume.forEach(split -> move(split.splitId(), paused, running));
    }

    @Override
    public void wakeUp() {
        synchronized (wake) {
            woken = true;
            wake.notifyAll();
        }
    }

    @Override
    public void close() throws IOException {
        for (Partition partition : running.values()) {
            partition.rows.close();
        }
        for (Partition partition : paused.values()) {
            partition.rows.close();
        }
    }

    private @Nullable Partition furthestBehind() {
        Partition furthest = null;
        for (Partition partition : running.values()) {
            if (furthest == null || partition.arrival < furthest.arrival) {
                furthest = partition;
            }
        }
        return furthest;
    }

    /** All partitions are paused: whoever resumes one wakes this thread first. */
    private void awaitChange() throws IOException {
        synchronized (wake) {
            try {
                while (!woken) {
                    wake.wait();
                }
                woken = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while paused", e);
            }
        }
    }

    private static void move(String splitId, Map<String, Partition> from, Map<String, Partition> to) {
        Partition partition = from.remove(splitId);
        if (partition != null) {
            to.put(splitId, partition);
        }
    }
}
