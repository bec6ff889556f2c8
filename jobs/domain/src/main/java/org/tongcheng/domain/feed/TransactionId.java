package org.tongcheng.domain.feed;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a tap. The usual 32 hex digits in lower case are held as 128 bits, any other text as it is.
 *
 * @param high the first sixteen digits, 0 for another text
 * @param low the last sixteen digits, 0 for another text
 * @param other the text where it is not 32 hex digits
 */
public record TransactionId(long high, long low, @Nullable String other) implements Comparable<TransactionId> {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    public static TransactionId of(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        long[] halves = new long[2];
        boolean hex = ascii.length == HexDigits.DIGITS && HexDigits.read(ascii, 0, halves);
        return hex ? new TransactionId(halves[0], halves[1], null) : new TransactionId(0, 0, text);
    }

    /**
     * A 64-bit hash, the same in every process. Hashes of one id under two seeds are independent.
     *
     * @param seed any number with as many ones as zeros
     */
    public long hash(long seed) {
        String text = other;
        return text == null ? fold(fold(high ^ seed, FIRST) ^ low ^ seed, SECOND) : hash(text, seed);
    }

    /** Four characters at a time are folded in by a 128-bit product whose halves are xored. */
    private static long hash(String text, long seed) {
        int length = text.length();
        long hash = seed ^ length;
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            long four = text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48;
            hash = fold(hash ^ four, seed | 1);
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = rest << 16 | text.charAt(i);
        }
        return fold(fold(hash ^ rest, SECOND) ^ seed, FIRST);
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b) ^ Long.rotateLeft(a, 23);
    }

    /** The order of the texts. */
    @Override
    public int compareTo(TransactionId that) {
        if (other != null || that.other != null) {
            return toString().compareTo(that.toString());
        }
        int first = Long.compareUnsigned(high, that.high);
        return first != 0 ? first : Long.compareUnsigned(low, that.low);
    }

    /** The id as the feed wrote it. */
    @Override
    public String toString() {
        String text = other;
        HexFormat hex = HexFormat.of();
        return text == null ? hex.toHexDigits(high) + hex.toHexDigits(low) : text;
    }
}
