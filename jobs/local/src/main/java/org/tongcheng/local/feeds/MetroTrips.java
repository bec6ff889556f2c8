package org.tongcheng.local.feeds;

/** Journeys by metro: a tap at each end, and for some commuters a bus between home and the gate. */
final class MetroTrips {

    /** Share of the riders who live and work in different cities. */
    static final double CROSSING = 0.015;

    /** Share of the other commuters who need a bus to the metro. */
    static final double FED_BY_BUS = 0.5;

    static final int GATES = 8;

    private static final double LOST_TAP = 0.003;
    private static final double GATE_KNOWS_TRANSFERS = 0.2;

    private static final int LEG_ENTRY = 1;
    private static final int LEG_EXIT = 2;

    private final MetroNetwork network;
    private final BusTrips buses;
    private final Cards cards;
    private final TapOutbox outbox;
    private final long salt;
    private final Dice rider = new Dice(0);
    private final Dice luck = new Dice(0);

    MetroTrips(long seed, MetroNetwork network, BusTrips buses, Cards cards, TapOutbox outbox) {
        this.salt = Dice.hash(seed, "metro");
        this.network = network;
        this.buses = buses;
        this.cards = cards;
        this.outbox = outbox;
    }

    void make(Trip trip) {
        rider.restart(Dice.hash(salt, trip.rider()));
        luck.restart(Dice.hash(salt, trip.identity()));
        boolean crossing = rider.chance(CROSSING) && !network.outer().isEmpty();
        Place home = network.home(rider);
        Place work = network.otherThan(home, network.work(rider));
        if (crossing && rider.chance(0.6)) {
            home = network.outer(rider);
        } else if (crossing) {
            work = network.outer(rider);
        }
        Card card = cards.pick(home.cityCode(), rider);
        boolean fed = trip.commuter() && !crossing && rider.chance(FED_BY_BUS);
        if (trip.homeward()) {
            int arrival = ride(trip, work, home, card, false);
            if (fed) {
                buses.feed(trip, home, card, arrival, luck.between(4, 12) * Timeline.MINUTE);
            }
        } else {
            if (fed) {
                buses.feed(trip, home, card, trip.start(), luck.between(10 * Timeline.MINUTE, Trip.LONGEST_LEAD));
            }
            ride(trip, home, work, card, fed);
        }
    }

    /** A journey from a given stop home, as from an event. */
    void leave(Trip trip, Place from) {
        rider.restart(Dice.hash(salt, trip.rider()));
        luck.restart(Dice.hash(salt, trip.identity()));
        Place home = network.otherThan(from, network.home(rider));
        ride(trip, from, home, cards.pick(home.cityCode(), rider), false);
    }

    /** Returns the second of the exit. */
    private int ride(Trip trip, Place from, Place to, Card card, boolean transfer) {
        int exit = trip.start() + network.travelSeconds(from, to, luck);
        boolean entryLost = luck.chance(LOST_TAP);
        boolean exitLost = luck.chance(LOST_TAP);
        if (!entryLost) {
            PendingTap tap = gate(trip, LEG_ENTRY, from, card, trip.start());
            boolean told = transfer && luck.chance(GATE_KNOWS_TRANSFERS);
            tap.action = told ? TapJson.TRANSFER_ENTRANCE : TapJson.ENTER;
            tap.transfer = transfer;
            tap.amount = 0;
            tap.undiscounted = PendingTap.NOT_TOLD;
            outbox.send(tap);
        }
        if (!exitLost) {
            PendingTap tap = gate(trip, LEG_EXIT, to, card, exit);
            tap.action = TapJson.EXIT;
            tap.transfer = false;
            tap.undiscounted = Fares.metro(network.ride(from, to));
            tap.amount = Fares.paid(tap.undiscounted, card);
            outbox.send(tap);
        }
        return exit;
    }

    private PendingTap gate(Trip trip, int leg, Place place, Card card, int event) {
        PendingTap tap = outbox.tap(place, card);
        tap.event = event;
        tap.identity = trip.identity() + leg;
        tap.unit = 1 + luck.below(GATES);
        tap.namesStop = true;
        return tap;
    }
}
