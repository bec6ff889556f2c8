package org.tongcheng.local.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everybody who sets out on a day, and what each does then. */
final class Riders {

    private final long seed;
    private final List<Population> populations;
    private final MetroTrips metro;
    private final BusTrips buses;
    private final @Nullable StopSurge surge;

    Riders(long seed, List<Population> populations, MetroTrips metro, BusTrips buses, @Nullable StopSurge surge) {
        this.seed = Dice.hash(seed, "riders");
        this.populations = populations;
        this.metro = metro;
        this.buses = buses;
        this.surge = surge;
    }

    /** All of them, each population once for the way out and once for the way back. */
    List<Direction> of(int day) {
        List<Direction> directions = new ArrayList<>();
        for (Population population : populations) {
            directions.add(direction(population, day, false));
            directions.add(direction(population, day, true));
        }
        if (surge != null) {
            Place stop = surge.stop();
            int first = Population.nextRider(populations);
            directions.add(new Direction(
                    surge.departures(day, seed),
                    true,
                    false,
                    0,
                    member -> first + member,
                    trip -> metro.leave(trip, stop)));
        }
        return directions;
    }

    private Direction direction(Population population, int day, boolean homeward) {
        boolean fed = population.mode() == Population.Mode.METRO && population.commuters();
        return new Direction(
                population.departures(day, homeward, seed),
                homeward,
                population.commuters(),
                fed && !homeward ? Trip.LONGEST_LEAD : 0,
                member -> population.rider(member, homeward),
                population.mode() == Population.Mode.METRO ? metro::make : buses::make);
    }

    /**
     * One population on its way.
     *
     * @param lead seconds by which a first tap may come before the start
     * @param riderOf number of the rider from the member of the departures
     * @param traveller what makes the taps of a trip
     */
    record Direction(
            Departures departures,
            boolean homeward,
            boolean commuters,
            int lead,
            IntUnaryOperator riderOf,
            Consumer<Trip> traveller) {

        /** The next to set out does so. */
        void depart() {
            int rider = riderOf.applyAsInt(departures.member());
            traveller.accept(new Trip(departures.start(), departures.day(), rider, homeward, commuters));
        }
    }
}
