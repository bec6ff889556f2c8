package org.tongcheng.archive.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.index.ArchivedFile;
import org.tongcheng.plumbing.intake.ReplayRange;

/** The rows that a replay reads, without Flink: one partition after the other, each in its order. */
public final class ArchiveRows implements Iterator<ReplayedRow>, Closeable {

    private final Iterator<List<ArchivedFile>> partitions;
    private final ReplayRange range;
    private @Nullable PartitionRows rows;
    private @Nullable ReplayedRow next;

    /**
     * @param files as {@link org.tongcheng.archive.index.ArchiveIndex#files} gives them
     * @throws UncheckedIOException naming the file, here and in every method, when one cannot be read
     */
    public ArchiveRows(SortedMap<Integer, List<ArchivedFile>> files, ReplayRange range) {
        this.partitions = files.values().iterator();
        this.range = range;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ReplayedRow next() {
        ReplayedRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return row;
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }

    private @Nullable ReplayedRow read() {
        try {
            ReplayedRow row = rows == null ? null : rows.next();
            while (row == null && partitions.hasNext()) {
                close();
                rows = new PartitionRows(partitions.next(), range, 0);
                row = rows.next();
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
