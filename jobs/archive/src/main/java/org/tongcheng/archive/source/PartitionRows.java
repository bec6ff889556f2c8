package org.tongcheng.archive.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.format.ArchiveRow;
import org.tongcheng.archive.index.ArchivedFile;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.wire.ShownPayload;

/**
 * The rows of a partition that a range takes, in order of their offsets, merged from its files. A file is open from where
 * the merge comes to its first offset to its end. An offset that two files have is read once.
 */
final class PartitionRows implements Closeable {

    private static final byte[] NOTHING = {};
    private static final byte[] REDACTED = ShownPayload.REDACTED.text().getBytes(StandardCharsets.UTF_8);

    /** Wire name of the reason for which only the begin of a payload is kept. */
    private static final String CUT = RejectionReason.TOO_LARGE.wireName();

    private final List<ArchivedFile> files;
    private final ReplayRange range;
    private final long firstOffset;
    private final PriorityQueue<MergedFile> waiting = new PriorityQueue<>(Comparator.comparingLong(MergedFile::offset));
    private int opened;
    private @Nullable MergedFile current;
    private long soleUpTo;
    private long lastOffset;
    private long lastTimestamp;
    private String lastPath = "";
    private long rowsPassed;

    /**
     * @param files of one partition, by their first offsets
     * @param firstOffset rows before it are passed over
     */
    PartitionRows(List<ArchivedFile> files, ReplayRange range, long firstOffset) {
        this.files = files;
        this.range = range;
        this.firstOffset = firstOffset;
        this.lastOffset = firstOffset - 1;
    }

    /** The next row, null at the end. */
    @Nullable
    ReplayedRow next() throws IOException {
        for (MergedFile file = step(); file != null; file = step()) {
            rowsPassed++;
            ArchiveRow row = file.row();
            if (isNew(file, row) && range.takes(row.verdict(), row.kafkaTimestamp(), row.eventTime())) {
                return rowOf(row);
            }
        }
        return null;
    }

    /** Rows read or passed over so far. */
    long rowsPassed() {
        return rowsPassed;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
        for (MergedFile file : waiting) {
            file.close();
        }
    }

    /** Moves to the lowest offset not read yet. While no other file begins or goes on before, none is looked at. */
    private @Nullable MergedFile step() throws IOException {
        if (current != null) {
            if (!current.advance()) {
                end(current);
            } else if (current.offset() < soleUpTo) {
                return current;
            } else {
                waiting.add(current);
            }
            current = null;
        }
        while (opened < files.size() && (waiting.isEmpty() || firstOf(opened) <= lowestWaiting())) {
            open(files.get(opened++));
        }
        current = waiting.poll();
        soleUpTo = Math.min(
                waiting.isEmpty() ? Long.MAX_VALUE : lowestWaiting(),
                opened < files.size() ? firstOf(opened) : Long.MAX_VALUE);
        return current;
    }

    private void open(ArchivedFile file) throws IOException {
        if (file.extent().offsets().highest() < firstOffset) {
            rowsPassed += file.extent().rows();
            return;
        }
        MergedFile merged = MergedFile.open(file, range, firstOffset);
        // Known to the merge before its first row is read, so that it is closed whatever happens.
        current = merged;
        if (merged.advance()) {
            waiting.add(merged);
        } else {
            end(merged);
        }
        current = null;
    }

    private void end(MergedFile file) throws IOException {
        rowsPassed += file.rowsSkipped();
        file.close();
    }

    private long firstOf(int index) {
        return files.get(index).extent().offsets().lowest();
    }

    private long lowestWaiting() {
        MergedFile lowest = waiting.peek();
        return lowest == null ? Long.MAX_VALUE : lowest.offset();
    }

    private boolean isNew(MergedFile file, ArchiveRow row) throws IOException {
        if (file.offset() > lastOffset) {
            lastOffset = file.offset();
            lastTimestamp = row.kafkaTimestamp();
            lastPath = file.path();
            return true;
        }
        if (file.offset() >= firstOffset && row.kafkaTimestamp() != lastTimestamp) {
            throw new IOException("offset " + file.offset() + " is one record in " + lastPath + " and another in "
                    + file.path() + ": the topic was made anew, or two topics share the archive; each needs its own");
        }
        return false;
    }

    private static ReplayedRow rowOf(ArchiveRow row) {
        byte[] value = row.value();
        String reason = row.verdict() == Verdict.REJECTED ? row.reason() : null;
        RejectionReason redacted = null;
        if (reason != null && (Arrays.equals(value, REDACTED) || reason.equals(CUT))) {
            redacted = RejectionReason.valueOf(reason.toUpperCase(Locale.ROOT));
        }
        return new ReplayedRow(
                row.topic(),
                row.partition(),
                row.offset(),
                row.kafkaTimestamp(),
                value == null ? NOTHING : value,
                redacted);
    }
}
