package org.tongcheng.transit.serial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * ASCII texts that come again and again, such as stop and city ids: the same bytes give the same String, and the same
 * String its bytes, without making either anew. A place holds the last text that fell on it, so the tables never grow.
 */
final class RepeatedTexts {

    private static final int PLACES = 4096;

    private final @Nullable Text[] byBytes = new Text[PLACES];
    private final @Nullable Text[] byText = new Text[PLACES];

    private record Text(String text, byte[] ascii) {}

    String of(byte[] bytes, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = place(hash);
        Text known = byBytes[place];
        if (known == null || !Arrays.equals(known.ascii, 0, known.ascii.length, bytes, 0, length)) {
            known = new Text(new String(bytes, 0, length, StandardCharsets.ISO_8859_1), Arrays.copyOf(bytes, length));
            byBytes[place] = known;
        }
        return known.text;
    }

    /** The bytes of a text, which must not be changed; null where one is not ASCII. */
    @SuppressWarnings("ReferenceEquality") // a text that was met before is the same object, and comparing costs more
    byte @Nullable [] ascii(String text) {
        int place = place(text.hashCode());
        Text known = byText[place];
        if (known == null || known.text != text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            if (utf8.length != text.length()) {
                return null;
            }
            known = new Text(text, utf8);
            byText[place] = known;
        }
        return known.ascii;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 15) & PLACES - 1;
    }
}
