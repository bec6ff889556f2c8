package org.tongcheng.local.diff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field.
 *
 * @param text as it is written, without quotes
 */
record Value(Kind kind, String text) {

    /** What JSON tells apart. */
    enum Kind {
        NUMBER,
        TEXT,
        FLAG
    }

    static final Value TRUE = new Value(Kind.FLAG, "true");

    /**
     * Whether both mean the same. Numbers are decimals: 12.0 is 12, and a number may be off by the tolerance.
     *
     * @param tolerance null for none
     */
    static boolean same(@Nullable Value one, @Nullable Value other, @Nullable BigDecimal tolerance) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        if (one.kind != other.kind) {
            return false;
        }
        if (one.text.equals(other.text)) {
            return true;
        }
        if (one.kind != Kind.NUMBER) {
            return false;
        }
        BigDecimal off = one.number().subtract(other.number());
        return off.signum() == 0 || (tolerance != null && off.abs().compareTo(tolerance) <= 0);
    }

    boolean zero() {
        return kind == Kind.NUMBER && number().signum() == 0;
    }

    /** As JSON shows it. */
    @Override
    public String toString() {
        return kind == Kind.TEXT ? '"' + text + '"' : text;
    }

    private BigDecimal number() {
        return new BigDecimal(text);
    }
}
