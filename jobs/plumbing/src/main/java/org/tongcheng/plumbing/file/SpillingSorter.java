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

/**
 * Sorts more lines than memory holds: sorted runs go to files of a folder and are merged at the end. Of lines that are equal in
 * place and revision the one that was added later counts as the later one.
 */
public final class SpillingSorter implements Closeable {

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
    public SpillingSorter(Path folder, long memoryBytes) {
        this.folder = folder;
        this.memoryBytes = memoryBytes;
    }

    public void add(SortedLine line) throws IOException {
        lines.add(line);
        usedBytes += line.text().length + OVERHEAD_BYTES;
        if (usedBytes >= memoryBytes) {
            spill();
        }
    }

    /** What is done with a line. */
    @FunctionalInterface
    interface Taker {
        void take(SortedLine line) throws IOException;
    }

    /** Writes all lines in order, of each thing only the last revision. */
    public void writeTo(OutputStream out) throws IOException {
        forEach(line -> writeLine(line, out));
    }

    /** Gives all lines in order, of each thing only the last revision. */
    void forEach(Taker taker) throws IOException {
        lines.sort(null);
        PriorityQueue<Head> heads = new PriorityQueue<>();
        for (Run run : runs) {
            advance(run, heads.size(), heads);
        }
        advance(lines.iterator(), heads.size(), heads);
        SortedLine held = null;
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            if (held != null && !head.line.replaces(held)) {
                taker.take(held);
            }
            held = head.line;
            advance(head.rest, head.age, heads);
        }
        if (held != null) {
            taker.take(held);
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

    private static void advance(Iterator<SortedLine> from, int age, PriorityQueue<Head> heads) {
        if (from.hasNext()) {
            heads.add(new Head(from.next(), from, age));
        }
    }

    private static void writeLine(SortedLine line, OutputStream out) throws IOException {
        if (line.text().length > 0) {
            out.write(line.text());
            out.write('\n');
        }
    }

    /**
     * The first line of a run and what follows it.
     *
     * @param age higher for runs of later lines
     */
    private record Head(SortedLine line, Iterator<SortedLine> rest, int age) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            int order = line.compareTo(other.line);
            return order == 0 ? Integer.compare(age, other.age) : order;
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
