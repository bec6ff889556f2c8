package org.tongcheng.local.imports;

import org.jspecify.annotations.Nullable;

/**
 * How fast recorded time passes.
 *
 * @param factor recorded seconds per second; infinite for as fast as Kafka takes it
 */
public record Speed(double factor) {

    private static final String UNBOUNDED = "max";

    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    /**
     * @throws IllegalArgumentException when it is neither a number above 0 nor {@code max}
     */
    public static Speed of(String text) {
        if (text.equals(UNBOUNDED)) {
            return MAX;
        }
        try {
            double factor = Double.parseDouble(text);
            if (factor > 0 && factor < Double.POSITIVE_INFINITY) {
                return new Speed(factor);
            }
        } catch (NumberFormatException e) {
            throw unknown(text, e);
        }
        throw unknown(text, null);
    }

    boolean unbounded() {
        return factor == Double.POSITIVE_INFINITY;
    }

    private static IllegalArgumentException unknown(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "--speed must be a number above 0 (1 is the pace of the recording) or max, not " + text, cause);
    }
}
