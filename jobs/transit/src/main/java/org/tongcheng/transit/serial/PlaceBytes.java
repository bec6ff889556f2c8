package org.tongcheng.transit.serial;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.TapPlace;

/**
 * Places as bytes and back: the same bytes give the same place, and the same place its bytes, without making either
 * anew. A spot of a table holds the last place that fell on it, so the tables never grow.
 */
final class PlaceBytes {

    private static final int SPOTS = 1 << 13;
    private static final int ABSENT = 255;

    /** Stands for a length that does not fit into a byte. */
    private static final int LONG = 254;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final @Nullable Known[] byBytes = new Known[SPOTS];
    private final @Nullable Known[] byPlace = new Known[SPOTS];
    private byte[] scratch = new byte[256];

    private record Known(TapPlace place, byte[] bytes) {}

    /** The bytes of a place, which must not be changed. */
    @SuppressWarnings("ReferenceEquality") // a place that was met before is the same object, and comparing costs more
    byte[] of(TapPlace place) {
        int spot = place.hashCode() & SPOTS - 1;
        Known known = byPlace[spot];
        if (known == null || known.place != place) {
            known = new Known(place, write(place));
            byPlace[spot] = known;
        }
        return known.bytes;
    }

    /** An array for {@link #inScratch} to read from. */
    byte[] scratch(int length) {
        if (scratch.length < length + Long.BYTES) {
            scratch = new byte[length + Long.BYTES];
        }
        return scratch;
    }

    /** The place whose bytes have been put at the beginning of {@link #scratch}. */
    TapPlace inScratch(int length) {
        WORD.set(scratch, length, 0L);
        long hash = length;
        for (int at = 0; at < length; at += Long.BYTES) {
            long product = (hash ^ (long) WORD.get(scratch, at)) * FACTOR;
            hash = product ^ product >>> 32;
        }
        int spot = (int) hash & SPOTS - 1;
        Known known = byBytes[spot];
        if (known == null || !Arrays.equals(known.bytes, 0, known.bytes.length, scratch, 0, length)) {
            byte[] bytes = Arrays.copyOf(scratch, length);
            known = new Known(read(bytes), bytes);
            byBytes[spot] = known;
        }
        return known.place;
    }

    private static byte[] write(TapPlace place) {
        byte[] city = place.cityCode().getBytes(StandardCharsets.UTF_8);
        byte[] stop = utf8(place.stopId());
        byte[] route = utf8(place.routeId());
        int length = Integer.BYTES + size(city) + size(stop) + size(route);
        ByteBuffer bytes = ByteBuffer.allocate(length).putInt(place.routeType());
        put(city, bytes);
        put(stop, bytes);
        put(route, bytes);
        return bytes.array();
    }

    private static TapPlace read(byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        int routeType = source.getInt();
        String city = get(source);
        if (city == null) {
            throw new IllegalStateException("a place on the wire has no city");
        }
        return new TapPlace(city, get(source), get(source), routeType);
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static int size(byte @Nullable [] text) {
        if (text == null) {
            return 1;
        }
        return text.length + (text.length < LONG ? 1 : 1 + Integer.BYTES);
    }

    private static void put(byte @Nullable [] text, ByteBuffer target) {
        if (text == null) {
            target.put((byte) ABSENT);
        } else if (text.length < LONG) {
            target.put((byte) text.length).put(text);
        } else {
            target.put((byte) LONG).putInt(text.length).put(text);
        }
    }

    private static @Nullable String get(ByteBuffer source) {
        int length = source.get() & 0xFF;
        if (length == ABSENT) {
            return null;
        }
        byte[] text = new byte[length == LONG ? source.getInt() : length];
        source.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
