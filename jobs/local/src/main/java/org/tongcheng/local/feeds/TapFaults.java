package org.tongcheng.local.feeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.reference.Stop;

/** Taps that stand alone because something is wrong with them: broken ones, ones from last week, unknown stops. */
final class TapFaults {

    /** Far above the numbers of ordinary riders. */
    private static final int FIRST_RIDER = 1_000_000_000;

    private static final String UNKNOWN_STOP = "99999999";
    private static final int UNKNOWN_STOPS = 6;
    private static final int TOO_LATE = 5;
    private static final int LEAST_DAYS_TOO_LATE = 9;

    /** Each kind of breakage happens once in so many hours. */
    private static final int HOURS_PER_ROUND = 6;

    private final FeedsPlan plan;
    private final Timeline timeline;
    private final TapJson json;
    private final Place stop;
    private final Place unknownStop;
    private final Card card;
    private final Dice dice;
    private final List<GeneratedRecord> records = new ArrayList<>();

    TapFaults(FeedsPlan plan, Timeline timeline, TapJson json, Place stop, Card card) {
        this.plan = plan;
        this.timeline = timeline;
        this.json = json;
        this.stop = stop;
        this.card = card;
        this.dice = new Dice(Dice.hash(plan.seed(), "tap faults"));
        Stop unknown = new Stop(UNKNOWN_STOP, "", stop.cityCode(), null, null, null, null, null);
        this.unknownStop = new Place(unknown, stop.route(), stop.cityCode());
    }

    /** None of them comes in the first third: by then every partition knows what day it is. */
    Iterator<GeneratedRecord> records() {
        int rounds = (plan.hours() + HOURS_PER_ROUND - 1) / HOURS_PER_ROUND;
        for (int round = 0; round < rounds; round++) {
            for (FaultKind kind : Breakage.ANY_FEED) {
                addBroken(kind);
            }
        }
        addBroken(FaultKind.RAW_CARD_NUMBER);
        for (int count = 0; count < UNKNOWN_STOPS; count++) {
            int arrival = arrival();
            records.add(json.write(tap(unknownStop, arrival - 5, arrival, FaultKind.UNREGISTERED_STOP), arrival));
        }
        for (int count = 0; count < TOO_LATE; count++) {
            int arrival = arrival();
            int event = arrival - (LEAST_DAYS_TOO_LATE + count) * Timeline.DAY;
            records.add(json.write(tap(stop, event, arrival, FaultKind.TOO_LATE), arrival));
        }
        records.sort(Comparator.comparingLong(GeneratedRecord::arrivedAt));
        return records.iterator();
    }

    private void addBroken(FaultKind kind) {
        int arrival = arrival();
        GeneratedRecord good = json.write(tap(stop, arrival - 5, arrival, kind), arrival);
        String text = new String(good.payload(), StandardCharsets.US_ASCII);
        records.add(new GeneratedRecord(
                Feed.TRANSIT_TAPS,
                good.key(),
                Breakage.of(kind, Feed.TRANSIT_TAPS, text, dice),
                good.arrivedAt(),
                good.arrivedAt(),
                kind));
    }

    private int arrival() {
        return timeline.share(0.34 + 0.66 * dice.unit());
    }

    private PendingTap tap(Place place, int event, int arrival, FaultKind fault) {
        PendingTap tap = new PendingTap(place, card);
        tap.event = event;
        tap.received = arrival;
        tap.identity = PendingTap.identity(FIRST_RIDER + records.size(), 0, 0);
        tap.unit = 1;
        tap.namesStop = true;
        tap.amount = Fares.paid(Fares.CITY_BUS, card);
        tap.undiscounted = Fares.CITY_BUS;
        tap.fault = fault;
        return tap;
    }
}
