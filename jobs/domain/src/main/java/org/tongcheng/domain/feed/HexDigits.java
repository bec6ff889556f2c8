package org.tongcheng.domain.feed;

import java.util.Arrays;

/** Hex digits in lower case, the only ones that tokens and transaction ids are written in. */
public final class HexDigits {

    /** As many as make half of a 128-bit number. */
    public static final int HALF = 16;

    private static final byte[] VALUES = values();

    private HexDigits() {}

    /** The value of an ASCII character, or a negative number when it is no hex digit in lower case. */
    public static int value(int letter) {
        return letter < VALUES.length ? VALUES[letter] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int digit = 0; digit < HALF; digit++) {
            values[Character.forDigit(digit, HALF)] = (byte) digit;
        }
        return values;
    }
}
