package org.tongcheng.local.feeds;

import java.util.ArrayList;
import java.util.List;

/**
 * Riders who do the same kind of thing on the same kind of day.
 *
 * @param mode how they travel
 * @param commuters whether they go to work; else on errands
 * @param firstRider number of the first; twice as many numbers as riders are theirs
 * @param riders how many set out, and how many return
 * @param returning how many of those who set out also return by the same mode; others return in the stead of the rest
 */
record Population(Mode mode, boolean commuters, int firstRider, int riders, int returning, Demand demand) {

    /** How a population travels. */
    enum Mode {
        METRO,
        BUS
    }

    private static final double METRO_SHARE_OF_TAPS = 0.55;
    private static final double ERRANDS_THERE_AND_BACK = 0.6;

    /** Everybody: commuters and others, by metro and by bus. */
    static List<Population> of(long tapsPerDay) {
        Demand metro = Demand.metro();
        Demand bus = Demand.bus();
        double metroTrips = tapsPerDay * METRO_SHARE_OF_TAPS / 2;
        double metroCommuters = metroTrips * metro.commuterShare();
        double feeders = 2 * metroCommuters * (1 - MetroTrips.CROSSING) * MetroTrips.FED_BY_BUS;
        double busTrips = tapsPerDay * (1 - METRO_SHARE_OF_TAPS) - feeders;
        List<Population> populations = new ArrayList<>();
        addCommuters(populations, Mode.METRO, metro, metroTrips);
        addErrands(populations, Mode.METRO, metro, metroTrips);
        addCommuters(populations, Mode.BUS, bus, busTrips);
        addErrands(populations, Mode.BUS, bus, busTrips);
        return populations;
    }

    /** The first number that none of these riders has. */
    static int nextRider(List<Population> populations) {
        Population last = populations.get(populations.size() - 1);
        return last.firstRider + 2 * last.riders;
    }

    /** Their trips of one day in one direction. */
    Departures departures(int day, boolean homeward, long seed) {
        DayProfile out = commuters ? demand.toWork() : demand.errandsOut();
        DayProfile back = commuters ? demand.home() : demand.errandsBack();
        long salt = Dice.hash(seed, (firstRider * 1024L + day) * 2 + (homeward ? 1 : 0));
        return new Departures(day, riders, homeward ? back : out, salt, commuters);
    }

    int rider(int member, boolean homeward) {
        return firstRider + (homeward && member >= returning ? riders : 0) + member;
    }

    private static void addCommuters(List<Population> populations, Mode mode, Demand demand, double trips) {
        int riders = (int) Math.round(trips * demand.commuterShare());
        add(populations, mode, true, riders, demand);
    }

    private static void addErrands(List<Population> populations, Mode mode, Demand demand, double trips) {
        int riders = (int) Math.round(trips * (1 - 2 * demand.commuterShare()) / 2);
        add(populations, mode, false, riders, demand);
    }

    private static void add(List<Population> populations, Mode mode, boolean commuters, int riders, Demand demand) {
        int first = populations.isEmpty() ? 0 : nextRider(populations);
        int returning = commuters ? riders : (int) (riders * ERRANDS_THERE_AND_BACK);
        populations.add(new Population(mode, commuters, first, riders, returning, demand));
    }
}
