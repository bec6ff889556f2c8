package org.tongcheng.local.feeds;

import java.util.List;
import java.util.Locale;

/**
 * A crowd that leaves an event by one metro stop, every evening: six times the entries for three quarters of an hour, and
 * as many as fill a stop even where few taps are generated. What surges is told from weeks of history, which a generated
 * day has not; a crowd is also told from what the stop had a quarter of an hour before, and that takes people.
 */
final class StopSurge {

    static final int FACTOR = 6;

    /** Busy, and not the busiest: a stop next to a stadium. */
    private static final int RANK = 12;

    private static final double LEAST_CROWD = 3_000;
    private static final double TAPS_PER_CROWD_RIDER = 60;

    private static final int FROM_SLOT = 82;
    private static final int SLOTS = 3;

    /** Some do not stay to the end; so there is no minute without an entry before the crowd comes. */
    private static final int EARLY_SLOTS = 2;

    private static final double LEAVE_EARLY = 0.05;

    private static final int FROM = FROM_SLOT * DayProfile.SLOT_SECONDS;
    private static final int TO = FROM + SLOTS * DayProfile.SLOT_SECONDS;

    private final Place stop;
    private final int riders;
    private final DayProfile profile;

    /** @param tapsPerDay of which the crowd makes a thirtieth at most, unless six times the usual are more */
    StopSurge(MetroNetwork network, List<Population> populations, long tapsPerDay) {
        int rank = Math.min(RANK, network.inner().size() - 1);
        stop = network.inner().get(rank);
        double usual = 0;
        for (Population population : populations) {
            if (population.mode() == Population.Mode.METRO) {
                DayProfile back = population.commuters()
                        ? population.demand().home()
                        : population.demand().errandsBack();
                usual += population.riders() * (back.shareBefore(TO) - back.shareBefore(FROM));
            }
        }
        double usualHere = usual * network.shareOfWork(rank);
        double crowd = Math.min(LEAST_CROWD, tapsPerDay / TAPS_PER_CROWD_RIDER);
        riders = (int) Math.round(Math.max((FACTOR - 1) * usualHere, crowd));
        double[] weights = new double[DayProfile.SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            weights[FROM_SLOT + slot] = 1;
        }
        for (int slot = 1; slot <= EARLY_SLOTS; slot++) {
            weights[FROM_SLOT - slot] = LEAVE_EARLY;
        }
        profile = new DayProfile(weights);
    }

    Place stop() {
        return stop;
    }

    /** Those who leave by the stop on one day, on top of the usual ones. */
    Departures departures(int day, long seed) {
        return new Departures(day, riders, profile, Dice.hash(seed, day), true);
    }

    Incident on(int day, Timeline timeline) {
        int midnight = day * Timeline.DAY;
        return new Incident(
                Incident.Kind.STOP_SURGE,
                String.format(
                        Locale.ROOT,
                        "After an event %,d more riders than usual enter at stop %s",
                        riders,
                        stop.stopId()),
                List.of(stop.stopId()),
                List.of(stop.cityCode()),
                timeline.epochMillis(midnight + FROM),
                timeline.epochMillis(midnight + TO));
    }
}
