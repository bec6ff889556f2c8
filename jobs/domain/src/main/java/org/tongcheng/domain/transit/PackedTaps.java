package org.tongcheng.domain.transit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tongcheng.domain.feed.TransactionId;

/**
 * A card's taps as bytes, newest first, about 26 bytes each. Per tap: a varint of flags and time (the newest tap's
 * time, else how much earlier than the tap before it in the bytes; in seconds where both are whole), a varint of the
 * city, a varint of the amount, the id: a zero and its sixteen bytes, or the length of its text, counted
 * from 1, and that.
 */
final class PackedTaps {

    private static final int EXIT = 1;
    private static final int MILLISECONDS = 2;
    private static final int FLAG_BITS = 2;
    private static final long SECOND = 1000;
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private PackedTaps() {}

    /** @param taps in order, oldest first */
    static byte[] pack(List<GatedTap> taps) {
        Writer writer = new Writer(taps.size());
        long newer = 0;
        for (int i = taps.size() - 1; i >= 0; i--) {
            GatedTap tap = taps.get(i);
            writer.tap(tap, i == taps.size() - 1 ? tap.time() : newer - tap.time());
            newer = tap.time();
        }
        return writer.bytes();
    }

    /** Taps in order, oldest first. */
    static List<GatedTap> unpack(byte[] packed) {
        List<GatedTap> taps = new ArrayList<>();
        Reader reader = new Reader(packed, 0, packed.length);
        long newer = 0;
        while (reader.more()) {
            GatedTap tap = reader.tap(taps.isEmpty() ? -1 : newer);
            newer = tap.time();
            taps.add(tap);
        }
        Collections.reverse(taps);
        return taps;
    }

    static GatedTap newest(byte[] packed, int from) {
        return new Reader(packed, from, packed.length).tap(-1);
    }

    /** How many bytes from {@code from} on hold the newest tap. */
    static int newestLength(byte[] packed, int from) {
        Reader reader = new Reader(packed, from, packed.length);
        reader.time(-1);
        reader.skipRest();
        return reader.position - from;
    }

    /** What stands in place of the newest tap when {@code tap} comes after it. */
    static byte[] head(GatedTap newest, GatedTap tap) {
        Writer writer = new Writer(2);
        writer.tap(tap, tap.time());
        writer.tap(newest, tap.time() - newest.time());
        return writer.bytes();
    }

    static long oldestTime(byte[] packed) {
        Reader reader = new Reader(packed, 0, packed.length);
        long time = -1;
        while (reader.more()) {
            time = reader.time(time);
            reader.skipRest();
        }
        return time;
    }

    private static final class Writer {
        private static final int LARGEST_TAP = 48;
        private static final byte[] NOTHING = {};
        private byte[] buffer;
        private int position;

        Writer(int taps) {
            buffer = new byte[taps * LARGEST_TAP];
        }

        void tap(GatedTap tap, long time) {
            String text = tap.id().other();
            byte[] other = text == null ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
            if (buffer.length - position < LARGEST_TAP + other.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2 + LARGEST_TAP + other.length);
            }
            boolean whole = time % SECOND == 0;
            long flags = (tap.exit() ? EXIT : 0) | (whole ? 0 : MILLISECONDS);
            varint((whole ? time / SECOND : time) << FLAG_BITS | flags);
            varint(tap.cityCode());
            varint(tap.amountFen());
            varint(text == null ? 0 : other.length + 1L);
            if (text == null) {
                LONG.set(buffer, position, tap.id().high());
                LONG.set(buffer, position + Long.BYTES, tap.id().low());
                position += ID_BYTES;
            } else {
                System.arraycopy(other, 0, buffer, position, other.length);
                position += other.length;
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(buffer, position);
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                buffer[position++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            buffer[position++] = (byte) rest;
        }
    }

    private static final class Reader {
        private final byte[] buffer;
        private final int end;
        private int position;

        Reader(byte[] buffer, int from, int end) {
            this.buffer = buffer;
            this.position = from;
            this.end = end;
        }

        boolean more() {
            return position < end;
        }

        /** @param newer time of the tap before it in the bytes, -1 for the first */
        GatedTap tap(long newer) {
            long head = varint();
            long time = timeOf(head, newer);
            int cityCode = (int) varint();
            long amountFen = varint();
            return new GatedTap(time, (head & EXIT) != 0, cityCode, amountFen, id());
        }

        private TransactionId id() {
            int length = (int) varint() - 1;
            int from = position;
            if (length < 0) {
                position += ID_BYTES;
                return new TransactionId(
                        (long) LONG.get(buffer, from), (long) LONG.get(buffer, from + Long.BYTES), null);
            }
            position += length;
            return new TransactionId(0, 0, new String(buffer, from, length, StandardCharsets.UTF_8));
        }

        /** Reads the next tap's time only; the rest has to be skipped. */
        long time(long newer) {
            return timeOf(varint(), newer);
        }

        void skipRest() {
            varint();
            varint();
            int length = (int) varint() - 1;
            position += length < 0 ? ID_BYTES : length;
        }

        private static long timeOf(long head, long newer) {
            long number = head >>> FLAG_BITS;
            long time = (head & MILLISECONDS) == 0 ? number * SECOND : number;
            return newer < 0 ? time : newer - time;
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = buffer[position++];
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
