package org.tongcheng.wire;

import java.math.BigDecimal;

/** What a measured value can physically be; the ends are inside. */
record Limits(BigDecimal smallest, BigDecimal largest) {

    static Limits of(String smallest, String largest) {
        return new Limits(new BigDecimal(smallest), new BigDecimal(largest));
    }

    static Limits upTo(String largest) {
        return of("0", largest);
    }
}
