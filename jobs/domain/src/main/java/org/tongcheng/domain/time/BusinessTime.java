package org.tongcheng.domain.time;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Days, hours and slots of the region's zone. All times are epoch milliseconds.
 *
 * @param zone the region's business time zone
 */
public record BusinessTime(ZoneId zone) implements Serializable {

    public static final long MINUTE = 60_000L;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** Business day of a moment. */
    public LocalDate dayOf(long time) {
        return LocalDate.ofEpochDay(Math.floorDiv(time + offsetAt(time), DAY));
    }

    /** Business day of the hour that ends at {@code label}: 00:00 is the day before's 24:00. */
    public LocalDate dayOfHourEnding(long label) {
        return dayOf(label - 1);
    }

    public long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** Start of the hour of the clock. */
    public long startOfHour(long time) {
        long offset = offsetAt(time);
        long start = Math.floorDiv(time + offset, HOUR) * HOUR - offset;
        // Where the clock was set within the hour, the calendar knows.
        return offsetAt(start) == offset
                ? start
                : at(time).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
    }

    /** Start of the slot of {@code hours} hours, counted from midnight, that holds {@code time}. */
    public long startOfSlot(long time, int hours) {
        ZonedDateTime moment = at(time);
        return moment.truncatedTo(ChronoUnit.HOURS)
                .withHour(moment.getHour() / hours * hours)
                .toInstant()
                .toEpochMilli();
    }

    private long offsetAt(long time) {
        return zone.getRules().getOffset(Instant.ofEpochMilli(time)).getTotalSeconds() * 1000L;
    }

    private ZonedDateTime at(long time) {
        return Instant.ofEpochMilli(time).atZone(zone);
    }
}
