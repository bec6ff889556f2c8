package org.tongcheng.plumbing.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorts more lines than memory holds: sorted runs go to files of a folder and are merged at the end. */
final class SpillingSorter implements Closeable {

    /** What a line costs in memory beside its text, roughly. */
    private static final int OVERHEAD_BYTES = 250;

    private final Path folder;
    private final long memoryBytes;
    private final List<Run> runs = new ArrayList<>();
    private List<SortedLine> lines = new ArrayList<>();
    private long usedBytes;

    /**
     * @param folder is made when needed
     * @param memoryBytes how much to hold before a run goes to a file
     */
    SpillingSorter(Path folder, long memoryBytes) {
        this.folder = folder;
        this.memoryBytes = memoryBytes;
    }

    void add(SortedLine line) throws IOException {
        lines.add(line);
        usedBytes += line.text().length + OVERHEAD_BYTES;
        if (usedBytes >= memoryBytes) {
            spill();
        }
    }

    /** Writes all lines in order, of each thing only the last revision. */
    void writeTo(OutputStream out) throws IOException {
        lines.sort(null);
        PriorityQueue<Head> heads = new PriorityQueue<>();
        advance(lines.iterator(), heads);
        for (Run run : runs) {
            advance(run, heads);
        }
        SortedLine held = null;
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            if (held != null && !head.line.replaces(held)) {
                writeLine(held, out);
            }
            held = head.line;
            advance(head.rest, heads);
        }
        if (held != null) {
            writeLine(held, out);
        }
    }

    @Override
    public void close() throws IOException {
        for (Run run : runs) {
            run.close();
        }
    }

    private void spill() throws IOException {
        lines.sort(null);
        Files.createDirectories(folder);
        Path file = folder.resolve("run-" + runs.size());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (SortedLine line : lines) {
                line.write(out);
            }
        }
        runs.add(new Run(file));
        lines = new ArrayList<>();
        usedBytes = 0;
    }

    private static void advance(Iterator<SortedLine> from, PriorityQueue<Head> heads) {
        if (from.hasNext()) {
            heads.add(new Head(from.next(), from));
        }
    }

    private static void writeLine(SortedLine line, OutputStream out) throws IOException {
        if (line.text().length > 0) {
            out.write(line.text());
            out.write('\n');
        }
    }

    /** The first line of a run and what follows it. */
    private record Head(SortedLine line, Iterator<SortedLine> rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return line.compareTo(other.line);
        }
    }

    /** A run in a file. */
    private static final class Run implements Iterator<SortedLine>, Closeable {

        private final DataInputStream in;
        private @Nullable SortedLine next;

        Run(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            next = read();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public SortedLine next() {
            SortedLine line = next;
            if (line == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return line;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private @Nullable SortedLine read() {
            try {
                return SortedLine.read(in);
            } catch (EOFException end) {
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
