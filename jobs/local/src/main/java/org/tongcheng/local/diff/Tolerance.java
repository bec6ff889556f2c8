package org.tongcheng.local.diff;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far apart numbers may be and still be equal.
 *
 * @param all of every field that is not named; null for not at all
 * @param byField absolute, by the field's name
 */
public record Tolerance(@Nullable BigDecimal all, Map<String, BigDecimal> byField) {

    public static final Tolerance NONE = new Tolerance(null, Map.of());

    public Tolerance {
        byField = Map.copyOf(byField);
    }

    /**
     * @param texts {@code 0.001} for all fields, {@code field=0.01} for one
     * @throws IllegalArgumentException for anything else
     */
    static Tolerance of(List<String> texts) {
        BigDecimal all = null;
        Map<String, BigDecimal> byField = new HashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            BigDecimal number = number(text, text.substring(equals + 1));
            if (equals < 0) {
                all = number;
            } else {
                byField.put(text.substring(0, equals), number);
            }
        }
        return new Tolerance(all, byField);
    }

    @Nullable
    BigDecimal of(String field) {
        BigDecimal own = byField.get(field);
        return own == null ? all : own;
    }

    private static BigDecimal number(String text, String number) {
        try {
            BigDecimal tolerance = new BigDecimal(number);
            if (tolerance.signum() >= 0) {
                return tolerance;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "--tolerance must be a number such as 0.001, or FIELD=NUMBER, not '" + text + "'");
    }
}
