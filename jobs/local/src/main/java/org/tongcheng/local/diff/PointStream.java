package org.tongcheng.local.diff;

import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;

/** Points one after the other, in the order of result files. A line is read as a point only when it is asked for one. */
final class PointStream {

    private final String name;
    private final Iterator<byte[]> lines;
    private byte @Nullable [] line;
    private long number;
    private @Nullable Point point;
    private @Nullable Point before;

    /** @param name of the file, for messages */
    PointStream(String name, Iterator<byte[]> lines) {
        this.name = name;
        this.lines = lines;
        advance();
    }

    /** The line that the stream stands at; null at its end. */
    byte @Nullable [] line() {
        return line;
    }

    /**
     * The point that the stream stands at.
     *
     * @throws LocalFailure when the line is no point, or does not come after the one before
     */
    Point point() {
        Point known = point;
        if (known != null) {
            return known;
        }
        byte[] text = line;
        if (text == null) {
            throw new IllegalStateException(name + " has ended");
        }
        try {
            Point read = PointLine.read(text);
            if (before != null && before.compareTo(read) >= 0) {
                throw new LocalFailure(
                        "line " + number + " of " + name
                                + " is out of order, or its point is there twice: these are no result files as Tongcheng writes them");
            }
            before = read;
            point = read;
            return read;
        } catch (IOException e) {
            throw new LocalFailure("line " + number + " of " + name + " is no point: " + e.getMessage(), e);
        }
    }

    void advance() {
        line = lines.hasNext() ? lines.next() : null;
        number++;
        point = null;
    }
}
