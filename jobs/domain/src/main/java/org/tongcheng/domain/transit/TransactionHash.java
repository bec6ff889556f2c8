package org.tongcheng.domain.transit;

/**
 * A 128-bit hash of a transaction id, as two longs. Two of 60 million ids (three days of the largest network) share
 * one with a probability of about 1e-23.
 */
public record TransactionHash(long high, long low) {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    public static TransactionHash of(String transactionId) {
        return new TransactionHash(half(transactionId, FIRST), half(transactionId, SECOND));
    }

    /** Four characters at a time are folded in by a 128-bit product whose halves are xored. */
    public static long half(String text, long seed) {
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
        return fold(fold(hash ^ rest, SECOND | 1) ^ seed, FIRST | 1);
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b) ^ Long.rotateLeft(a, 23);
    }
}
