package org.tongcheng.local.imports;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of one feed: its files one after the other, each opened when its turn has come. */
final class FeedRecords implements Iterator<ImportRecord>, Closeable {

    private final Iterator<FileAccount> files;
    private final Function<FileAccount, RecordReader> open;
    private @Nullable RecordReader reader;
    private @Nullable ImportRecord next;

    FeedRecords(List<FileAccount> files, Function<FileAccount, RecordReader> open) {
        this.files = files.iterator();
        this.open = open;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** What {@link #next()} will give. */
    ImportRecord peek() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        return next;
    }

    @Override
    public ImportRecord next() {
        ImportRecord record = peek();
        next = read();
        return record;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    private @Nullable ImportRecord read() {
        while (reader != null || files.hasNext()) {
            if (reader == null) {
                reader = open.apply(files.next());
            }
            ImportRecord record = reader.next();
            if (record != null) {
                return record;
            }
            reader.close();
            reader = null;
        }
        return null;
    }
}
