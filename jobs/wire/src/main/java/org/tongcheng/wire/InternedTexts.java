package org.tongcheng.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.TapPlace;

/**
 * The texts that come again and again - cities, stops, routes - by their bytes, so that each is made only once. A
 * table of fixed size: where all places of a text are taken, the newcomer takes the first.
 */
final class InternedTexts {

    private static final int SIZE_BITS = 14;
    private static final int SIZE = 1 << SIZE_BITS;
    private static final int PLACES = 4;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final @Nullable Text[] table = new Text[SIZE];

    /** A text, with the city of the stop that it may name. */
    static final class Text {
        private final byte[] bytes;
        private final String text;
        private final boolean mayBeCardNumber;

        /** When {@link #city} was asked for, as {@link TapScanner} counts it. */
        long citySlot = Long.MIN_VALUE;

        @Nullable
        String city;

        /** Of the last tap at this stop. */
        @Nullable
        TapPlace place;

        Text(byte[] bytes) {
            this.bytes = bytes;
            this.text = new String(bytes, StandardCharsets.UTF_8);
            this.mayBeCardNumber = CardNumbers.mayBeOne(text);
        }

        boolean mayBeCardNumber() {
            return mayBeCardNumber;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The text between two positions, which must be UTF-8. */
    Text of(PaddedBytes source, int from, int to) {
        int home = hash(source, from, to);
        for (int i = 0; i < PLACES; i++) {
            int place = (home + i) & (SIZE - 1);
            Text text = table[place];
            if (text == null) {
                return put(place, source, from, to);
            }
            if (Arrays.equals(text.bytes, 0, text.bytes.length, source.array(), from, to)) {
                return text;
            }
        }
        return put(home, source, from, to);
    }

    private Text put(int place, PaddedBytes source, int from, int to) {
        Text text = new Text(Arrays.copyOfRange(source.array(), from, to));
        table[place] = text;
        return text;
    }

    private static int hash(PaddedBytes source, int from, int to) {
        int at = from;
        long hash = 0;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mix(hash ^ source.word(at));
        }
        int unread = Long.BYTES - (to - at);
        if (unread < Long.BYTES) {
            hash = mix(hash ^ (source.word(at) << (unread * Byte.SIZE)));
        }
        // The upper bits of a product depend on all bits of its factors.
        return (int) ((hash * FACTOR) >>> (Long.SIZE - SIZE_BITS));
    }

    private static long mix(long hash) {
        long product = hash * FACTOR;
        return product ^ (product >>> 32);
    }
}
