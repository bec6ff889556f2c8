package org.tongcheng.local.feeds;

import java.util.List;

/** Rides by bus: one tap each, at boarding. */
final class BusTrips {

    private static final double CROSSING = 0.025;

    /** Every so many-th vehicle has a validator that does not know where it is. */
    /** Nobody is in two places: where the next bus stop is far, the way takes its time. */
    private static final int SECONDS_PER_KILOMETRE = 60;

    private static final int OLD_VALIDATORS = 7;

    private final BusNetwork network;
    private final Cards cards;
    private final TapOutbox outbox;
    private final long salt;
    private final Dice rider = new Dice(0);
    private final Dice luck = new Dice(0);

    BusTrips(long seed, BusNetwork network, Cards cards, TapOutbox outbox) {
        this.salt = Dice.hash(seed, "bus");
        this.network = network;
        this.cards = cards;
        this.outbox = outbox;
    }

    void make(Trip trip) {
        rider.restart(Dice.hash(salt, trip.rider()));
        boolean crossing = network.hasCrossing() && rider.chance(CROSSING);
        List<Place> line = crossing ? network.crossingLine(rider) : network.line(network.city(rider), rider);
        Place home = line.get(rider.below(line.size()));
        Place away = away(line, home, crossing);
        Card card = cards.pick(home.cityCode(), rider);
        int fare = crossing ? Fares.crossingBus(line.get(0).kilometresTo(line.get(line.size() - 1))) : Fares.CITY_BUS;
        luck.restart(Dice.hash(salt, trip.identity()));
        PendingTap tap = boarding(trip, trip.homeward() ? away : home, card, trip.start());
        tap.transfer = false;
        tap.amount = Fares.paid(fare, card);
        tap.undiscounted = fare;
        outbox.send(tap);
    }

    /**
     * A ride to the metro, or on from it: the second of two rides has the transfer's discount.
     *
     * @param gate second at which the rider passes the metro's gate
     * @param gap seconds between boarding and gate, unless the bus takes longer for the way
     */
    void feed(Trip trip, Place metro, Card card, int gate, int gap) {
        luck.restart(Dice.hash(salt, trip.identity()));
        Place near = network.stopNear(metro);
        List<Place> line = network.lineOf(near);
        Place stop = trip.homeward() ? near : line.get(luck.below(line.size()));
        int apart = Math.max(gap, (int) (stop.kilometresTo(metro) * SECONDS_PER_KILOMETRE));
        int event = trip.homeward() ? gate + apart : gate - Math.min(apart, Trip.LONGEST_LEAD);
        PendingTap tap = boarding(trip, stop, card, event);
        tap.transfer = trip.homeward();
        tap.amount = tap.transfer ? Fares.paidOnTransfer(Fares.CITY_BUS, card) : Fares.paid(Fares.CITY_BUS, card);
        tap.undiscounted = Fares.CITY_BUS;
        outbox.send(tap);
    }

    private PendingTap boarding(Trip trip, Place stop, Card card, int event) {
        PendingTap tap = outbox.tap(stop, card);
        tap.event = event;
        tap.identity = trip.identity();
        tap.action = TapJson.ENTER;
        tap.unit = 1 + luck.below(BusNetwork.FLEET);
        tap.namesStop = tap.unit % OLD_VALIDATORS != 0;
        return tap;
    }

    /** Another stop of the line, in the other city where the ride crosses. */
    private Place away(List<Place> line, Place home, boolean crossing) {
        int index = rider.below(line.size());
        for (int step = 0; step < line.size(); step++) {
            Place stop = line.get((index + step) % line.size());
            if (crossing ? !stop.cityCode().equals(home.cityCode()) : stop != home) {
                return stop;
            }
        }
        return home;
    }
}
