package org.tongcheng.local.feeds;

import java.time.LocalDate;

/** Where in the year a day lies: the cold half brings particles, the warm half ozone. */
final class Season {

    private static final int COLDEST_DAY = 15;

    private Season() {}

    /** 1 in the middle of January, 0 in the middle of July. */
    static double winter(LocalDate day) {
        return 0.5 + 0.5 * StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - COLDEST_DAY) / 365);
    }
}
