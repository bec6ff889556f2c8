package org.tongcheng.air.operator;

import java.time.Duration;
import java.time.LocalDate;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.job.Retention;

/** When state about an hour, a day or a month dies. */
final class Expiry {

    /** An hour serves its natural day and the flat lines of the next hours: two days longer than the gate is open for it. */
    static final Retention OF_HOURS = Retention.of(Feed.AIR_OBSERVATIONS, Duration.ofDays(2));

    private Expiry() {}

    /** Death of a day that the rest of its month builds on. */
    static long ofMonthOf(long dayStart, BusinessTime time) {
        LocalDate day = time.dayOf(dayStart);
        return OF_HOURS.deathOf(time.startOf(day.plusMonths(1).withDayOfMonth(1)));
    }
}
