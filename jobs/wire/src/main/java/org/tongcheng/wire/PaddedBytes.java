package org.tongcheng.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tongcheng.domain.feed.Feed;

/**
 * A payload followed by zeros. A zero ends every loop, so that none asks for the end of the array, and eight bytes
 * can be read wherever one can. Positions that are negative say: here is something unusual.
 */
final class PaddedBytes {

    /** The longest name of a field and the widest read fit in. */
    private static final int PADDING = 32;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final int LONGEST_NUMBER = 15;

    private final byte[] bytes = new byte[Feed.MAX_PAYLOAD_BYTES + PADDING];

    private int length;
    private int continuationBytes;
    private long number;
    private int decimals;

    /** @return whether it fits */
    boolean load(byte[] payload) {
        if (payload.length > Feed.MAX_PAYLOAD_BYTES) {
            return false;
        }
        length = payload.length;
        System.arraycopy(payload, 0, bytes, 0, length);
        Arrays.fill(bytes, length, length + PADDING, (byte) 0);
        return true;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    byte at(int position) {
        return bytes[position];
    }

    /** The eight bytes from a position, the first one lowest. */
    long word(int position) {
        return word(bytes, position);
    }

    static long word(byte[] bytes, int position) {
        return (long) WORD.get(bytes, position);
    }

    /** Whether these bytes stand at a position. */
    boolean holds(int position, byte[] expected) {
        return Arrays.equals(bytes, position, position + expected.length, expected, 0, expected.length);
    }

    /** The next position that holds no white space of JSON. */
    int skipSpace(int from) {
        int at = from;
        byte letter = bytes[at];
        while (letter <= ' ' && (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t')) {
            letter = bytes[++at];
        }
        return at;
    }

    /**
     * The closing quote of a text that begins at {@code from}. Negative for an escape, a control character, DEL,
     * bytes that are not UTF-8, and where the text does not end.
     */
    int endOfText(int from) {
        continuationBytes = 0;
        int at = from;
        while (true) {
            long word = word(at);
            // The lowest bit found is right; those above it may be carried over.
            long special = (zeros(word ^ '"' * ONES)
                            | zeros(word ^ '\\' * ONES)
                            | zeros(word ^ 0x7F * ONES)
                            | ((word - ' ' * ONES) & ~word)
                            | word)
                    & TOPS;
            if (special == 0) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(special) / Byte.SIZE;
            if (bytes[at] == '"') {
                return at;
            }
            at = afterWideCharacter(at);
            if (at < 0) {
                return at;
            }
        }
    }

    /** Characters between two positions of the text that {@link #endOfText} walked through last. */
    int characters(int from, int to) {
        return to - from - continuationBytes;
    }

    /** Whether that text was ASCII. */
    boolean isAscii() {
        return continuationBytes == 0;
    }

    /**
     * The end of a number without a sign or an exponent and of few digits: {@link #number} and {@link #decimals}
     * hold it then. Negative for every other number, and for what is none.
     */
    int endOfNumber(int from) {
        int at = from;
        long digits = 0;
        int digit = bytes[at] - '0';
        while (digit >= 0 && digit <= 9) {
            digits = digits * 10 + digit;
            digit = bytes[++at] - '0';
        }
        boolean leadingZero = bytes[from] == '0' && at > from + 1;
        if (at == from || leadingZero) {
            return -1;
        }
        int point = at;
        if (bytes[at] == '.') {
            digit = bytes[++at] - '0';
            while (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                digit = bytes[++at] - '0';
            }
            if (at == point + 1) {
                return -1;
            }
        }
        number = digits;
        decimals = Math.max(0, at - point - 1);
        return bytes[at] == 'e' || bytes[at] == 'E' || at - from > LONGEST_NUMBER ? -1 : at;
    }

    /** All digits of the last number, the point left out. */
    long number() {
        return number;
    }

    /** How many of them stood behind the point. */
    int decimals() {
        return decimals;
    }

    /** In the top bit of each byte: whether the byte is zero. */
    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }

    private int afterWideCharacter(int at) {
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        int more;
        if (lead >= 0xC2 && lead <= 0xDF) {
            more = isContinuation(second) ? 1 : -1;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            boolean overlong = lead == 0xE0 && second < 0xA0;
            boolean surrogate = lead == 0xED && second > 0x9F;
            more = isContinuation(second) && !overlong && !surrogate ? 2 : -1;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            boolean overlong = lead == 0xF0 && second < 0x90;
            boolean beyond = lead == 0xF4 && second > 0x8F;
            more = isContinuation(second) && !overlong && !beyond ? 3 : -1;
        } else {
            return -1;
        }
        for (int i = 2; i <= more; i++) {
            if (!isContinuation(bytes[at + i] & 0xFF)) {
                return -1;
            }
        }
        if (more < 0) {
            return -1;
        }
        continuationBytes += more;
        return at + 1 + more;
    }

    private static boolean isContinuation(int value) {
        return value >= 0x80 && value <= 0xBF;
    }
}
