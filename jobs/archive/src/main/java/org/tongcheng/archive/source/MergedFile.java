package org.tongcheng.archive.source;

import java.io.Closeable;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.format.ArchiveFileReader;
import org.tongcheng.archive.format.ArchiveRow;
import org.tongcheng.archive.index.ArchivedFile;
import org.tongcheng.plumbing.intake.ReplayRange;

/** A file in a merge, at one of its rows. */
final class MergedFile implements Closeable {

    private final ArchivedFile file;
    private final ArchiveFileReader reader;
    private @Nullable ArchiveRow row;
    private long offset = Long.MIN_VALUE;

    private MergedFile(ArchivedFile file, ArchiveFileReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Before its first row. Row groups that hold nothing of the range, or only earlier offsets, are passed over. */
    static MergedFile open(ArchivedFile file, ReplayRange range, long firstOffset) throws IOException {
        return new MergedFile(
                file,
                ArchiveFileReader.replayed(
                        new Path(file.path()),
                        rows -> rows.mayHold(range) && rows.offsets().highest() >= firstOffset));
    }

    /** Whether there is another row. */
    boolean advance() throws IOException {
        row = reader.next();
        if (row == null) {
            return false;
        }
        long next = row.offset();
        if (next <= offset) {
            throw new IOException(path() + " is no file of an archive: offset " + next + " follows " + offset);
        }
        offset = next;
        return true;
    }

    ArchiveRow row() {
        if (row == null) {
            throw new IllegalStateException("at no row");
        }
        return row;
    }

    long offset() {
        return offset;
    }

    String path() {
        return file.path();
    }

    long rowsSkipped() {
        return reader.rowsSkipped();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
