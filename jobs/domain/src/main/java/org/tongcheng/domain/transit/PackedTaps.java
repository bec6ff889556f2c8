package org.tongcheng.domain.transit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A card's taps as bytes, newest first, about 26 bytes each. Per tap: a varint of flags and time (the newest tap's
 * time, else how much earlier than the tap before it in the bytes; in seconds where both are whole), a varint of the
 * city, a varint of the amount, the length and bytes of the id.
 */
final class PackedTaps {

    private static final int EXIT = 1;
    private static final int MILLISECONDS = 2;
    private static final int FLAG_BITS = 2;
    private static final long SECOND = 1000;

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
        Reader reader = new Reader(packed);
        long newer = 0;
        while (reader.more()) {
            GatedTap tap = reader.tap(taps.isEmpty() ? -1 : newer);
            newer = tap.time();
            taps.add(tap);
        }
        Collections.reverse(taps);
        return taps;
    }

    static GatedTap newest(byte[] packed) {
        return new Reader(packed).tap(-1);
    }

    static long oldestTime(byte[] packed) {
        Reader reader = new Reader(packed);
        long time = -1;
        while (reader.more()) {
            time = reader.time(time);
            reader.skipRest();
        }
        return time;
    }

    /** The same bytes as packing all with {@code tap} at the end, without unpacking the rest. */
    static byte[] append(byte[] packed, GatedTap newest, GatedTap tap) {
        Reader reader = new Reader(packed);
        reader.tap(-1);
        Writer writer = new Writer(2);
        writer.tap(tap, tap.time());
        writer.tap(newest, tap.time() - newest.time());
        return writer.bytes(packed, reader.position);
    }

    private static final class Writer {
        private static final int LARGEST_NUMBERS = 32;
        private byte[] buffer;
        private int position;

        Writer(int taps) {
            buffer = new byte[taps * LARGEST_NUMBERS];
        }

        void tap(GatedTap tap, long time) {
            byte[] id = tap.id();
            if (buffer.length - position < LARGEST_NUMBERS + id.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2 + LARGEST_NUMBERS + id.length);
            }
            boolean whole = time % SECOND == 0;
            long flags = (tap.exit() ? EXIT : 0) | (whole ? 0 : MILLISECONDS);
            varint((whole ? time / SECOND : time) << FLAG_BITS | flags);
            varint(tap.cityCode());
            varint(tap.amountFen());
            varint(id.length);
            System.arraycopy(id, 0, buffer, position, id.length);
            position += id.length;
        }

        byte[] bytes() {
            return Arrays.copyOf(buffer, position);
        }

        byte[] bytes(byte[] older, int from) {
            byte[] all = Arrays.copyOf(buffer, position + older.length - from);
            System.arraycopy(older, from, all, position, older.length - from);
            return all;
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
        private int position;

        Reader(byte[] buffer) {
            this.buffer = buffer;
        }

        boolean more() {
            return position < buffer.length;
        }

        /** @param newer time of the tap before it in the bytes, -1 for the first */
        GatedTap tap(long newer) {
            long head = varint();
            long time = timeOf(head, newer);
            int cityCode = (int) varint();
            long amountFen = varint();
            int idLength = (int) varint();
            byte[] id = Arrays.copyOfRange(buffer, position, position + idLength);
            position += idLength;
            return new GatedTap(time, (head & EXIT) != 0, cityCode, amountFen, id);
        }

        /** Reads the next tap's time only; the rest has to be skipped. */
        long time(long newer) {
            return timeOf(varint(), newer);
        }

        void skipRest() {
            varint();
            varint();
            int idLength = (int) varint();
            position += idLength;
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
