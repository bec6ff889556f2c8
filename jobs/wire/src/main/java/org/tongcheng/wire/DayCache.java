package org.tongcheng.wire;

/** Remembers the dates read last: nearly all records carry one of very few. */
final class DayCache {

    private static final int SIZE = 16;

    /** A date's eight bytes up to the last dash, and its two bytes behind it. */
    private final long[] heads = new long[SIZE];

    private final int[] tails = new int[SIZE];
    private final int[] days = new int[SIZE];

    /** Days since 1970-01-01 of the date at a position, or {@link Moments#NO_DAY}. */
    int day(PaddedBytes bytes, int from) {
        long head = bytes.word(from);
        int lastDigit = bytes.at(from + Moments.DATE_LENGTH - 1);
        int tail = bytes.at(from + Moments.DATE_LENGTH - 2) * 256 + lastDigit;
        int slot = lastDigit & (SIZE - 1);
        if (heads[slot] != head || tails[slot] != tail) {
            days[slot] = Moments.day(bytes.array(), from, from + Moments.DATE_LENGTH);
            heads[slot] = head;
            tails[slot] = tail;
        }
        return days[slot];
    }
}
