package org.tongcheng.plumbing.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes one sorted file when its bounded input has ended, and nothing before: it works beside the folder of the
 * file and moves the file there whole. At parallelism 1, in jobs without checkpoints.
 */
final class SortedFileSink implements Sink<SortedLine> {

    private static final long serialVersionUID = 1L;
    private static final long MEMORY_BYTES = 64L << 20;

    private final String folder;
    private final String name;
    private final long memoryBytes;

    SortedFileSink(Path folder, String name) {
        this(folder, name, MEMORY_BYTES);
    }

    SortedFileSink(Path folder, String name, long memoryBytes) {
        this.folder = folder.toAbsolutePath().normalize().toString();
        this.name = name;
        this.memoryBytes = memoryBytes;
    }

    @Override
    public SinkWriter<SortedLine> createWriter(WriterInitContext context) throws IOException {
        return new Writer(Path.of(folder), name, memoryBytes);
    }

    private static final class Writer implements SinkWriter<SortedLine> {

        private final Path folder;
        private final String name;
        private final Path workshop;
        private final SpillingSorter sorter;

        Writer(Path folder, String name, long memoryBytes) throws IOException {
            this.folder = folder;
            this.name = name;
            this.workshop = folder.resolveSibling("." + folder.getFileName() + "-" + name);
            this.sorter = new SpillingSorter(workshop, memoryBytes);
            delete(workshop); // what a killed process may have left
        }

        @Override
        public void write(SortedLine line, Context context) throws IOException {
            sorter.add(line);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (!endOfInput) {
                return;
            }
            Files.createDirectories(workshop);
            Path whole = workshop.resolve("whole");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
                sorter.writeTo(out);
            }
            Files.createDirectories(folder);
            Files.move(
                    whole, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            sorter.close();
            delete(workshop);
        }

        private static void delete(Path folder) throws IOException {
            if (!Files.exists(folder)) {
                return;
            }
            List<Path> inner;
            try (Stream<Path> walk = Files.walk(folder)) {
                inner = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : inner) {
                Files.delete(path);
            }
        }
    }
}
