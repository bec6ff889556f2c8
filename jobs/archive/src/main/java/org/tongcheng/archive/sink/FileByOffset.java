package org.tongcheng.archive.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.tongcheng.archive.format.ArchiveWriter;
import org.tongcheng.archive.format.ArchivedRecord;

/**
 * Brings the records of a file into the order of their offsets, which they lose where duplicates are recognised. They wait
 * in memory for that: {@link RollWhenLarge} says how many at most.
 */
final class FileByOffset implements BulkWriter<ArchivedRecord> {

    private final OutputStream out;
    private final List<ArchivedRecord> records = new ArrayList<>();

    FileByOffset(OutputStream out) {
        this.out = out;
    }

    @Override
    public void addElement(ArchivedRecord record) {
        records.add(record);
    }

    /** Does nothing: there is no order yet. */
    @Override
    public void flush() {}

    /** Without records it writes nothing, not even the frame of a file: files are merged into such a stream past its writer. */
    @Override
    public void finish() throws IOException {
        if (records.isEmpty()) {
            return;
        }
        records.sort(Comparator.comparingLong(ArchivedRecord::offset));
        ArchiveWriter writer = ArchiveWriter.to(out);
        for (ArchivedRecord record : records) {
            writer.addElement(record);
        }
        writer.finish();
        records.clear();
    }
}
