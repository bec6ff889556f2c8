package org.tongcheng.local.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.feeds.FeedsPlan;

/**
 * What a demo shows.
 *
 * @param hours of simulated time
 * @param speed simulated seconds per second
 * @param keep whether the servers stay up at the end
 * @param archive where the feeds are archived; null for nowhere
 */
public record DemoPlan(
        int hours,
        double speed,
        long tapsPerDay,
        long seed,
        boolean keep,
        @Nullable Path archive) {

    /** A Thursday, under the standards of 2026. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private static final int DAY_HOURS = 24;

    /** A demo of a few hours begins with the morning peak rather than at midnight. */
    private static final int MORNING = 6;

    /** @throws IllegalArgumentException saying what is out of range */
    public DemoPlan {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("the speed must be more than 0, not " + speed);
        }
        feeds(hours, tapsPerDay, seed);
    }

    /** Nothing is archived. */
    public DemoPlan(int hours, double speed, long tapsPerDay, long seed, boolean keep) {
        this(hours, speed, tapsPerDay, seed, keep, null);
    }

    /** URI of the archive, null for none. */
    @Nullable
    String archiveRoot() {
        return archive == null ? null : archive.toUri().toString();
    }

    /** What is generated. */
    public FeedsPlan feeds() {
        return feeds(hours, tapsPerDay, seed);
    }

    private static FeedsPlan feeds(int hours, long tapsPerDay, long seed) {
        int firstHour = Math.max(0, Math.min(MORNING, DAY_HOURS - hours));
        return FeedsPlan.of(seed, DAY).during(firstHour, hours).withTapsPerDay(tapsPerDay);
    }
}
