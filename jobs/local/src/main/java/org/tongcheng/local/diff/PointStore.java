package org.tongcheng.local.diff;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tongcheng.plumbing.file.SpillingSorter;

/** Sorts points that come in any order into result files, of each point the last revision. */
final class PointStore implements Closeable {

    private static final long MEMORY_BYTES = 48L << 20;

    private final Path folder;
    private final Map<String, SpillingSorter> sorters = new TreeMap<>();

    /** @param folder for the files, and for what memory does not hold */
    PointStore(Path folder) {
        this.folder = folder;
    }

    void add(Point point) throws IOException {
        sorters.computeIfAbsent(
                        Scope.topicOf(point),
                        topic -> new SpillingSorter(folder.resolve(topic + "-runs"), MEMORY_BYTES))
                .add(point.line());
    }

    /** The files, by the beginning of the topic's name. */
    Map<String, Path> files() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (Map.Entry<String, SpillingSorter> sorter : sorters.entrySet()) {
            Path file = folder.resolve(sorter.getKey() + Side.RESULTS);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                sorter.getValue().writeTo(out);
            }
            files.put(sorter.getKey(), file);
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        for (SpillingSorter sorter : sorters.values()) {
            sorter.close();
        }
    }
}
