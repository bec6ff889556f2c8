package org.tongcheng.local.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.Region;

/**
 * The feeds of days that do not end, in order of arrival: a month is generated, and before it is over the next one, which
 * begins where it ends. What still arrives of the month before comes in between.
 */
public final class EndlessFeeds implements Iterator<GeneratedRecord> {

    private static final int MONTH_HOURS = 744;

    private final Region region;
    private final long tapsPerDay;
    private FeedsPlan plan;
    private Iterator<GeneratedRecord> records;
    private long end;

    /**
     * @param begin the first record arrives then or later; its hour is generated whole
     * @param seed of the first month; those after it count on, or their taps would have the ids of the first
     * @throws IllegalArgumentException when there cannot be that many taps a day
     */
    public EndlessFeeds(Region region, Instant begin, long tapsPerDay, long seed) {
        this.region = region;
        this.tapsPerDay = tapsPerDay;
        ZonedDateTime first = begin.atZone(region.zone());
        this.plan = plan(seed, first.toLocalDate(), first.getHour());
        FeedsGenerator generator = new FeedsGenerator(region, plan);
        this.records = arrivingFrom(begin.toEpochMilli(), generator.records());
        this.end = generator.end();
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public GeneratedRecord next() {
        if (!records.hasNext()) {
            goOn();
        }
        GeneratedRecord next = records.next();
        if (next.arrivedAt() >= end - BusinessTime.HOUR) {
            goOn();
        }
        return next;
    }

    private void goOn() {
        ZonedDateTime next = Instant.ofEpochMilli(end).atZone(region.zone());
        plan = plan(plan.seed() + 1, next.toLocalDate(), next.getHour());
        FeedsGenerator generator = new FeedsGenerator(region, plan);
        records = new ByArrival(List.of(records, generator.records()));
        end = generator.end();
    }

    private FeedsPlan plan(long seed, LocalDate day, int hour) {
        return FeedsPlan.of(seed, day).during(hour, MONTH_HOURS).withTapsPerDay(tapsPerDay);
    }

    /** Leaves out what has arrived before. */
    private static Iterator<GeneratedRecord> arrivingFrom(long begin, Iterator<GeneratedRecord> records) {
        GeneratedRecord first = records.next();
        while (first.arrivedAt() < begin) {
            first = records.next();
        }
        return new ByArrival(List.of(List.of(first).iterator(), records));
    }
}
