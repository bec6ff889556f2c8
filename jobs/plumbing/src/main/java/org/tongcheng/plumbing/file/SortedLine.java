package org.tongcheng.plumbing.file;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line of a file and its place in it. Lines of the same key and order are revisions of one thing.
 *
 * @param key compared text by text
 * @param order within the key: a time, an offset
 * @param text UTF-8, without a line end; empty where the thing is no more
 */
public record SortedLine(List<String> key, long order, int revision, byte[] text) implements Comparable<SortedLine> {

    private static final Comparator<SortedLine> BY_PLACE =
            Comparator.comparing(SortedLine::key, SortedLine::compareKeys).thenComparingLong(SortedLine::order);
    private static final Comparator<SortedLine> BY_PLACE_AND_REVISION = BY_PLACE.thenComparingInt(SortedLine::revision);

    @Override
    public int compareTo(SortedLine other) {
        return BY_PLACE_AND_REVISION.compare(this, other);
    }

    /** Whether both are revisions of one thing. */
    boolean replaces(SortedLine other) {
        return BY_PLACE.compare(this, other) == 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(key.size());
        for (String part : key) {
            out.writeUTF(part);
        }
        out.writeLong(order);
        out.writeInt(revision);
        out.writeInt(text.length);
        out.write(text);
    }

    static SortedLine read(DataInput in) throws IOException {
        int parts = in.readInt();
        List<String> key = new ArrayList<>(parts);
        for (int i = 0; i < parts; i++) {
            key.add(in.readUTF());
        }
        long order = in.readLong();
        int revision = in.readInt();
        byte[] text = new byte[in.readInt()];
        in.readFully(text);
        return new SortedLine(key, order, revision, text);
    }

    private static int compareKeys(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int difference = one.get(i).compareTo(other.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
