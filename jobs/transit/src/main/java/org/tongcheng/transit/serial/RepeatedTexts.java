package org.tongcheng.transit.serial;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * ASCII texts that come again and again, such as stop and city ids: the same bytes give the same String without
 * making a new one. A place holds the last text that fell on it, so the table never grows.
 */
final class RepeatedTexts {

    private static final int PLACES = 4096;

    private final @Nullable String[] texts = new String[PLACES];

    String of(byte[] bytes, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        String known = texts[place];
        if (known != null && same(known, bytes, length)) {
            return known;
        }
        String fresh = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        texts[place] = fresh;
        return fresh;
    }

    private static boolean same(String text, byte[] bytes, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
