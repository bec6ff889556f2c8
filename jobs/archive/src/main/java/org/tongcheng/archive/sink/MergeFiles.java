package org.tongcheng.archive.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.flink.connector.file.sink.compactor.OutputStreamBasedFileCompactor;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.format.ArchiveFileReader;
import org.tongcheng.archive.format.ArchiveRow;
import org.tongcheng.archive.format.ArchiveWriter;

/** Makes one file of several of a folder, by offset. */
final class MergeFiles extends OutputStreamBasedFileCompactor {

    private static final class Input {
        private final ArchiveFileReader reader;
        private @Nullable ArchiveRow row;
        private long offset;

        Input(ArchiveFileReader reader) {
            this.reader = reader;
        }

        boolean advance() throws IOException {
            row = reader.next();
            offset = row == null ? Long.MAX_VALUE : row.offset();
            return row != null;
        }
    }

    @Override
    protected void doCompact(List<Path> files, OutputStream out) throws Exception {
        ArchiveWriter writer = ArchiveWriter.to(out);
        List<Input> inputs = new ArrayList<>();
        try {
            PriorityQueue<Input> waiting = new PriorityQueue<>(Comparator.comparingLong(input -> input.offset));
            for (Path file : files) {
                Input input = new Input(ArchiveFileReader.whole(file));
                inputs.add(input);
                enqueue(input, waiting);
            }
            for (Input lowest = waiting.poll(); lowest != null; lowest = waiting.poll()) {
                if (lowest.row != null) {
                    writer.addElement(lowest.row.record());
                }
                enqueue(lowest, waiting);
            }
            writer.finish();
        } finally {
            for (Input input : inputs) {
                input.reader.close();
            }
        }
    }

    private static void enqueue(Input input, PriorityQueue<Input> waiting) throws IOException {
        if (input.advance()) {
            waiting.add(input);
        }
    }
}
