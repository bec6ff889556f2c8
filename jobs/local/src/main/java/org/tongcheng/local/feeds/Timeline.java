package org.tongcheng.local.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The plan's time as whole seconds since the midnight that begins its first day. Events happen in [{@link #from}, {@link
 * #to}); the last of them arrive before {@link #last}. The offset of that midnight holds throughout.
 */
final class Timeline {

    static final int MINUTE = 60;
    static final int HOUR = 3600;
    static final int DAY = 24 * HOUR;

    /** How long after the end the last journeys close, uploads come in and corrections are made. */
    private static final int DRAIN = 90 * MINUTE;

    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final LocalDate firstDay;
    private final ZoneOffset offset;
    private final long origin;
    private final int from;
    private final int to;

    Timeline(FeedsPlan plan, ZoneId zone) {
        firstDay = plan.day();
        offset = firstDay.atStartOfDay(zone).getOffset();
        origin = firstDay.atStartOfDay().toEpochSecond(offset);
        from = plan.firstHour() * HOUR;
        to = from + plan.hours() * HOUR;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int last() {
        return to + DRAIN;
    }

    /** The moment a share of the way from the begin of the window to its end. */
    int share(double share) {
        return from + (int) ((to - from) * share);
    }

    boolean covers(int second) {
        return second >= from && second < to;
    }

    LocalDate dateOf(int second) {
        return firstDay.plusDays(Math.floorDiv(second, DAY));
    }

    long epochMillis(int second) {
        return (origin + second) * 1000L;
    }

    /** The offset as written, such as {@code +08:00}. */
    String offsetText() {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }

    String text(int second) {
        return RFC_3339.format(OffsetDateTime.ofInstant(Instant.ofEpochSecond(origin + second), offset));
    }
}
