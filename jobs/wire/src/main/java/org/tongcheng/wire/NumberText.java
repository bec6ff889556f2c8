package org.tongcheng.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number, read exactly from its text and never expanded: {@code 1e999999999} takes no more room than it has
 * letters, and is turned into a {@link BigDecimal} only when that one is small.
 */
final class NumberText {

    /** Enough for every limit of every feed. */
    private static final int MOST_INTEGER_DIGITS = 18;

    /** Far more than any instrument gives, and little enough for exact arithmetic on the values. */
    private static final int MOST_DECIMALS = 40;

    private static final int MOST_EXPONENT_DIGITS = 12;

    private final String text;
    private final boolean negative;
    /** Digits without leading or trailing zeros; empty for zero. */
    private final String digits;
    /** Value = digits / 10^scale. */
    private final long scale;

    private NumberText(String text, boolean negative, String digits, long scale) {
        this.text = text;
        this.negative = negative;
        this.digits = digits;
        this.scale = scale;
    }

    /** @param text a number by the grammar of JSON */
    static NumberText of(String text) {
        int start = text.charAt(0) == '-' ? 1 : 0;
        int mantissaEnd = endOfMantissa(text);
        int point = text.indexOf('.');
        String whole = text.substring(start, point < 0 ? mantissaEnd : point);
        String fraction = point < 0 ? "" : text.substring(point + 1, mantissaEnd);
        String all = whole + fraction;
        int from = 0;
        while (from < all.length() && all.charAt(from) == '0') {
            from++;
        }
        int to = all.length();
        while (to > from && all.charAt(to - 1) == '0') {
            to--;
        }
        if (from == to) {
            return new NumberText(text, false, "", 0);
        }
        long scale = fraction.length() - (all.length() - to) - exponent(text, mantissaEnd);
        return new NumberText(text, start == 1, all.substring(from, to), scale);
    }

    /** As it was spelled. */
    String text() {
        return text;
    }

    boolean isInteger() {
        return scale <= 0;
    }

    /** Whether the magnitude is beyond every limit. */
    boolean isHuge() {
        return digits.length() - scale > MOST_INTEGER_DIGITS;
    }

    /** Whether it has more decimals than are kept. */
    boolean isTooFine() {
        return scale > MOST_DECIMALS;
    }

    /** The value in its one spelling: no trailing zero after the point, no exponent. Null when huge or too fine. */
    @Nullable
    BigDecimal value() {
        if (isHuge() || isTooFine()) {
            return null;
        }
        if (digits.isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal magnitude = new BigDecimal(new BigInteger(digits), (int) scale);
        BigDecimal value = negative ? magnitude.negate() : magnitude;
        return scale < 0 ? value.setScale(0) : value;
    }

    private static int endOfMantissa(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 'e' || text.charAt(i) == 'E') {
                return i;
            }
        }
        return text.length();
    }

    /** The exponent, held within a trillion: beyond that only its sign matters. */
    private static long exponent(String text, int mantissaEnd) {
        if (mantissaEnd == text.length()) {
            return 0;
        }
        int from = mantissaEnd + 1;
        boolean minus = text.charAt(from) == '-';
        if (minus || text.charAt(from) == '+') {
            from++;
        }
        while (from < text.length() - 1 && text.charAt(from) == '0') {
            from++;
        }
        long magnitude = text.length() - from > MOST_EXPONENT_DIGITS
                ? 1_000_000_000_000L
                : Long.parseLong(text, from, text.length(), 10);
        return minus ? -magnitude : magnitude;
    }
}
