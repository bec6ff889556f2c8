package org.tongcheng.wire;

import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;

/** Carries a rejection up from the field where it was found. Bad records are ordinary, so it takes no stack trace. */
final class RejectedException extends Exception {

    private static final int LONGEST_QUOTE = 40;

    private final transient Rejection rejection;

    RejectedException(RejectionReason reason, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.rejection = new Rejection(reason, field, detail);
    }

    Rejection rejection() {
        return rejection;
    }

    /** A value as a detail may show it: without card numbers, and short. */
    static String quote(String value) {
        String masked = CardNumbers.mask(value);
        if (masked.length() <= LONGEST_QUOTE) {
            return "'" + masked + "'";
        }
        return "'" + masked.substring(0, masked.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "...'";
    }
}
