package org.tongcheng.local.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads a moment from the command line. */
final class MomentText {

    private static final int DATE = "2026-03-05".length();

    private MomentText() {}

    /**
     * @param text RFC 3339, or without an offset in the zone: {@code 2026-03-05}, which is its midnight, or {@code
     *     2026-03-05T08:00}
     * @return epoch milliseconds
     * @throws IllegalArgumentException naming the option, when it is no moment
     */
    static long parse(String option, String text, ZoneId zone) {
        try {
            if (text.length() == DATE) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant().toEpochMilli();
            }
            boolean local = text.indexOf('Z') < 0 && text.indexOf('+') < 0 && text.lastIndexOf('-') < DATE;
            return local
                    ? LocalDateTime.parse(text).atZone(zone).toInstant().toEpochMilli()
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option
                            + " must be a moment such as 2026-03-05, 2026-03-05T08:00 or 2026-03-05T08:00:00+08:00, not '"
                            + text + "'",
                    e);
        }
    }
}
