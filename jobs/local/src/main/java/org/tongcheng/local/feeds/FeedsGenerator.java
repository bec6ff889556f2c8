package org.tongcheng.local.feeds;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.feeds.TapOutbox.WrongClock;
import org.tongcheng.reference.Region;

/**
 * Generates the three feeds of a region: riders who go to work and home by metro and bus, the air over the cities and the
 * rivers through them, with the faults of real feeds and the incidents that monitoring is for.
 *
 * <p>Taps are made while they are taken, so that twenty million a day need no more memory than those on their way;
 * observations are few and held. Each call gives a stream of its own, with the same records.
 */
public final class FeedsGenerator {

    private static final int WRONG_CLOCK_HOUR = 8;

    /** A twentieth of all taps, so that a rule on rejected ones sees it. */
    private static final int WRONG_CLOCK_STOPS = 4;

    private final FeedsPlan plan;
    private final Timeline timeline;
    private final MetroNetwork metro;
    private final BusNetwork buses;
    private final Cards cards;
    private final List<Population> populations;
    private final Incidents incidents;
    private final AirFeed air;
    private final WaterFeed water;

    /**
     * @throws IllegalArgumentException when the region has no gated line, or no bus line within a city
     */
    public FeedsGenerator(Region region, FeedsPlan plan) {
        this.plan = plan;
        this.timeline = new Timeline(plan, region.zone());
        this.metro = new MetroNetwork(region, plan.day());
        this.buses = new BusNetwork(region, plan.day());
        this.cards = new Cards(region);
        this.populations = Population.of(plan.tapsPerDay());
        this.incidents = new Incidents(plan, region, timeline, metro, populations);
        this.air = new AirFeed(plan, region, timeline, incidents);
        this.water = new WaterFeed(plan, region, timeline, incidents);
    }

    /** All three feeds in order of arrival. */
    public RecordStream records() {
        return new RecordStream(new ByArrival(List.of(tapsAndFaults(), air.records(), water.records())));
    }

    /** The taps alone, in order of arrival. */
    public RecordStream taps() {
        return new RecordStream(tapsAndFaults());
    }

    /** What happens in the generated hours, day by day; empty when the plan wants none. */
    public List<Incident> incidents() {
        return incidents.list();
    }

    /** The air station that falls silent after nine o'clock on the first day; null without faults. */
    public @Nullable String silentAirStation() {
        return air.silentStation();
    }

    /** First moment of the generated hours, in epoch milliseconds. */
    public long begin() {
        return timeline.epochMillis(timeline.from());
    }

    /** End of the generated hours; nothing arrives an hour and a half later or more. */
    public long end() {
        return timeline.epochMillis(timeline.to());
    }

    /** The ordinary riders' taps, without the faults that stand alone. */
    TapStream tapStream() {
        TapOutbox outbox = new TapOutbox(plan, timeline, plan.faults() ? wrongClock() : null);
        BusTrips busTrips = new BusTrips(plan.seed(), buses, cards, outbox);
        MetroTrips metroTrips = new MetroTrips(plan.seed(), metro, busTrips, cards, outbox);
        Riders riders = new Riders(plan.seed(), populations, metroTrips, busTrips, incidents.surge());
        return new TapStream(timeline, outbox, new TapJson(plan.seed(), timeline), riders);
    }

    private Iterator<GeneratedRecord> tapsAndFaults() {
        if (!plan.faults()) {
            return tapStream();
        }
        TapJson json = new TapJson(plan.seed(), timeline);
        Dice dice = new Dice(Dice.hash(plan.seed(), "fault"));
        Place stop = buses.line(buses.city(dice), dice).get(0);
        TapFaults faults = new TapFaults(plan, timeline, json, stop, cards.pick(stop.cityCode(), dice));
        List<Iterator<GeneratedRecord>> sources = new ArrayList<>();
        sources.add(tapStream());
        sources.add(faults.records());
        return new ByArrival(sources);
    }

    /** At the busiest stops, in the morning peak or else in the middle of the hours. */
    private WrongClock wrongClock() {
        int morning = WRONG_CLOCK_HOUR * Timeline.HOUR;
        int from = timeline.covers(morning) ? morning : timeline.share(0.5);
        List<Place> stops = metro.inner();
        return new WrongClock(stops.subList(0, Math.min(WRONG_CLOCK_STOPS, stops.size())), from, from + Timeline.HOUR);
    }
}
