package org.tongcheng.domain.feed;

import java.util.Arrays;

/** Reads 128-bit numbers as card tokens and most transaction ids are written: 32 hex digits in lower case. */
public final class HexDigits {

    public static final int DIGITS = 32;

    private static final int HALF = DIGITS / 2;
    private static final byte[] VALUES = values();

    private HexDigits() {}

    /**
     * @param ascii holds the digits from {@code from} on
     * @param halves takes the upper and the lower half; left with anything when the answer is no
     * @return whether all of them are hex digits in lower case
     */
    public static boolean read(byte[] ascii, int from, long[] halves) {
        long high = 0;
        long low = 0;
        int wrong = 0;
        for (int i = from; i < from + HALF; i++) {
            int upper = VALUES[ascii[i] & 0xFF];
            int lower = VALUES[ascii[i + HALF] & 0xFF];
            wrong |= upper | lower;
            high = high << 4 | upper;
            low = low << 4 | lower;
        }
        halves[0] = high;
        halves[1] = low;
        return wrong >= 0;
    }

    /** Value of each byte that is a digit; negative for the others. */
    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            values[Character.forDigit(digit, 16)] = (byte) digit;
        }
        return values;
    }
}
