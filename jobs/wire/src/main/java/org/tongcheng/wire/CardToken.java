package org.tongcheng.wire;

import org.tongcheng.domain.feed.HexDigits;
import org.tongcheng.domain.feed.TokenText;

/**
 * Reads a {@code token_id}: {@code hk}, the key version, a colon and 32 hex digits in lower case, into 128 bits.
 * The halves are those digits; into the upper one the key version is mixed, so that the same digits under two
 * versions are two tokens. Version 0 changes nothing; for any one pair of halves no two versions give the same.
 */
final class CardToken {

    private final long[] halves = new long[2];
    private long high;
    private long low;

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** Whether the bytes are a token; its halves are held until the next call. */
    boolean read(byte[] bytes, int from, int to) {
        int digits = to - HexDigits.DIGITS;
        int colon = digits - 1;
        if (colon < from + 3 || bytes[from] != 'h' || bytes[from + 1] != 'k' || bytes[colon] != ':') {
            return false;
        }
        long version = 0;
        for (int i = from + 2; i < colon; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            version = version * 10 + digit;
        }
        if (!HexDigits.read(bytes, digits, halves)) {
            return false;
        }
        high = TokenText.mixed(halves[0], version);
        low = halves[1];
        return true;
    }
}
