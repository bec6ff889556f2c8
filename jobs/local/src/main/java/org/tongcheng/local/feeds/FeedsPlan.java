package org.tongcheng.local.feeds;

import java.time.LocalDate;

/**
 * What to generate. Two equal plans over the same region give the same bytes.
 *
 * @param day the first day, in the region's zone
 * @param firstHour hour of the first day at which the feeds begin, 0..23
 * @param hours how long they last, 1..744; later days go on where earlier ones end, with the same riders
 * @param tapsPerDay about how many taps a whole day holds, 1,000..20,000,000
 * @param faults whether the faults of real feeds occur, corrections included; without them every record is accepted
 * @param incidents whether each day has its three incidents
 * @param cleanArrival whether taps arrive at the second they are made, so that arrival and event time have one order
 */
public record FeedsPlan(
        long seed,
        LocalDate day,
        int firstHour,
        int hours,
        long tapsPerDay,
        boolean faults,
        boolean incidents,
        boolean cleanArrival) {

    public FeedsPlan {
        require(firstHour >= 0 && firstHour <= 23, "the first hour must lie within 0..23, not " + firstHour);
        require(hours >= 1 && hours <= 744, "feeds last 1 to 744 hours, not " + hours);
        require(
                tapsPerDay >= 1_000 && tapsPerDay <= 20_000_000,
                "a day holds 1,000 to 20,000,000 taps, not " + tapsPerDay);
    }

    /** A whole day of a million taps with faults and incidents. */
    public static FeedsPlan of(long seed, LocalDate day) {
        return new FeedsPlan(seed, day, 0, 24, 1_000_000, true, true, false);
    }

    public FeedsPlan during(int newFirstHour, int newHours) {
        return new FeedsPlan(seed, day, newFirstHour, newHours, tapsPerDay, faults, incidents, cleanArrival);
    }

    public FeedsPlan withTapsPerDay(long newTapsPerDay) {
        return new FeedsPlan(seed, day, firstHour, hours, newTapsPerDay, faults, incidents, cleanArrival);
    }

    public FeedsPlan withFaults(boolean newFaults) {
        return new FeedsPlan(seed, day, firstHour, hours, tapsPerDay, newFaults, incidents, cleanArrival);
    }

    public FeedsPlan withIncidents(boolean newIncidents) {
        return new FeedsPlan(seed, day, firstHour, hours, tapsPerDay, faults, newIncidents, cleanArrival);
    }

    public FeedsPlan withCleanArrival(boolean newCleanArrival) {
        return new FeedsPlan(seed, day, firstHour, hours, tapsPerDay, faults, incidents, newCleanArrival);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
