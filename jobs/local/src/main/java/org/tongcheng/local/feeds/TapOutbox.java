package org.tongcheng.local.feeds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where riders leave their taps: gives each its arrival, and the faults that happen to single taps on the way. */
final class TapOutbox {

    private static final int DUPLICATES_PER_THOUSAND = 5;
    private static final int LATE_HOURS_PER_THOUSAND = 7;

    private final Timeline timeline;
    private final boolean faults;
    private final boolean clean;
    private final long salt;
    private final long lateSalt;
    private final @Nullable WrongClock wrongClock;
    private final ArrivalWheel wheel;

    private @Nullable PendingTap spare;

    TapOutbox(FeedsPlan plan, Timeline timeline, @Nullable WrongClock wrongClock) {
        this.timeline = timeline;
        this.faults = plan.faults();
        this.clean = plan.cleanArrival();
        this.salt = Dice.hash(plan.seed(), "arrival");
        this.lateSalt = Dice.hash(plan.seed(), "upload");
        this.wrongClock = wrongClock;
        this.wheel = new ArrivalWheel(timeline.from());
    }

    ArrivalWheel wheel() {
        return wheel;
    }

    /** A tap to fill in and to send; every field but place and card is as the last user left it. */
    PendingTap tap(Place place, Card card) {
        PendingTap tap = spare;
        if (tap == null) {
            return new PendingTap(place, card);
        }
        spare = tap.next;
        tap.place = place;
        tap.card = card;
        return tap;
    }

    void recycle(PendingTap tap) {
        tap.next = spare;
        spare = tap;
    }

    void send(PendingTap tap) {
        if (tap.event < timeline.from()) {
            recycle(tap);
            return;
        }
        long chance = Dice.hash(salt, tap.identity);
        tap.fault = FaultKind.NONE;
        int arrival = arrival(tap, chance);
        tap.received = arrival;
        if (wrongClock != null && wrongClock.made(tap)) {
            tap.event += Timeline.DAY;
            tap.fault = FaultKind.WRONG_CLOCK;
        } else if (faults && (chance >>> 20) % 1000 < DUPLICATES_PER_THOUSAND) {
            sendAgain(tap, chance);
        }
        wheel.add(tap, arrival);
    }

    /** Most duplicates follow within two minutes, the others within three hours. */
    private void sendAgain(PendingTap tap, long chance) {
        PendingTap again = tap(tap.place, tap.card);
        again.copy(tap);
        again.fault = FaultKind.EXACT_DUPLICATE;
        int delay = 1 + (int) ((chance >>> 32) % (chance % 10 < 7 ? 120 : 3 * Timeline.HOUR));
        boolean inTime = tap.received + delay < timeline.last();
        wheel.add(again, tap.received + (inTime ? delay : 30));
    }

    private int arrival(PendingTap tap, long chance) {
        if (clean) {
            return tap.event;
        }
        int delay = (int) (chance >>> 44);
        if (tap.place.gated()) {
            return tap.event + 1 + delay % 8;
        }
        int late = faults ? lateUpload(tap) : 0;
        if (late > tap.event && late < timeline.last()) {
            tap.fault = FaultKind.UPLOADED_HOURS_LATE;
            return late;
        }
        return tap.event + 3 + delay % 58;
    }

    /** When the vehicle hands in the whole hour of this tap, 0 when it was connected all the time. */
    private int lateUpload(PendingTap tap) {
        int hour = tap.event / Timeline.HOUR;
        long vehicle = tap.place.route().routeId().hashCode() * 1_000_003L + tap.unit;
        long chance = Dice.hash(lateSalt, vehicle * 1_009 + hour) >>> 1;
        if (chance % 1000 >= LATE_HOURS_PER_THOUSAND) {
            return 0;
        }
        int wait = Timeline.HOUR + (int) ((chance >>> 20) % (5 * Timeline.HOUR));
        return (hour + 1) * Timeline.HOUR + wait + tap.event % Timeline.HOUR / 30;
    }

    /** Stops whose gates take their time from one clock, which runs a day ahead for a while. */
    record WrongClock(List<Place> places, int from, int to) {

        boolean made(PendingTap tap) {
            return tap.event >= from && tap.event < to && places.contains(tap.place);
        }
    }
}
