package org.tongcheng.plumbing.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;

/**
 * The lines of a file, or of a gzip file by the ending {@code .gz}, as raw bytes. Only a line feed ends a line; what
 * follows the last one is a line unless it is empty. Of a line that is too large for any feed only the first bytes
 * are kept, one more than allowed, so that the decoder sees that it is too large and memory does not.
 */
public final class LineReader implements Iterator<byte[]>, Closeable {

    private static final int KEPT_BYTES = Feed.MAX_PAYLOAD_BYTES + 1;
    private static final int BUFFER_BYTES = 64 * 1024;

    private static final byte[] NOTHING = {};

    private final Path file;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long returned;
    private byte @Nullable [] next;

    /** @throws UncheckedIOException naming the file, here and in every method, when it cannot be read */
    public LineReader(Path file) {
        this.file = file;
        try {
            this.in = open(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
        this.next = readLine();
    }

    /** Number of lines handed out so far, which is the number of the next one. */
    public long returned() {
        return returned;
    }

    void skip(long lines) {
        for (long i = 0; i < lines; i++) {
            next();
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public byte[] next() {
        byte[] line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        returned++;
        next = readLine();
        return line;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private byte @Nullable [] readLine() {
        byte[] line = NOTHING;
        boolean started = false;
        while (fill()) {
            started = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line = append(line, position, end);
            boolean ended = end < limit;
            position = ended ? end + 1 : end;
            if (ended) {
                return line;
            }
        }
        return started ? line : null;
    }

    /** Whether there is at least one unread byte in the buffer. */
    private boolean fill() {
        if (position < limit) {
            return true;
        }
        try {
            position = 0;
            limit = in.read(buffer);
            return limit > 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private byte[] append(byte[] line, int from, int to) {
        int taken = Math.min(to - from, KEPT_BYTES - line.length);
        if (line.length == 0) {
            return Arrays.copyOfRange(buffer, from, from + taken);
        }
        byte[] longer = Arrays.copyOf(line, line.length + taken);
        System.arraycopy(buffer, from, longer, line.length, taken);
        return longer;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        if (!file.toString().endsWith(".gz")) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw, BUFFER_BYTES);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private UncheckedIOException unreadable(IOException cause) {
        String why = cause instanceof EOFException
                ? "its gzip data end too early"
                : cause instanceof ZipException ? "its gzip data are broken" : cause.toString();
        return new UncheckedIOException("cannot read " + file + ": " + why, cause);
    }
}
