package org.tongcheng.local.feeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.feeds.ObservationLog.Observation;
import org.tongcheng.reference.AirStation;
import org.tongcheng.reference.Region;

/**
 * The air observations: every station valid then, every hour, 8 to 35 minutes after the hour; two in a hundred are
 * corrected within hours, three polled twice, one or two flagged. One station falls silent at nine on the first day.
 */
final class AirFeed {

    private static final int SILENT_AFTER = 9 * Timeline.HOUR;
    private static final int DAYS_TOO_LATE = 40;
    private static final String UNKNOWN_STATION = "9999A";
    private static final List<String> FLAGS = List.of("M", "D", "B");

    private final FeedsPlan plan;
    private final Region region;
    private final Timeline timeline;
    private final AirWeather weather;
    private final long salt;
    private final @Nullable String silentStation;

    AirFeed(FeedsPlan plan, Region region, Timeline timeline, Incidents incidents) {
        this.plan = plan;
        this.region = region;
        this.timeline = timeline;
        this.weather = new AirWeather(plan.seed(), timeline, incidents);
        this.salt = Dice.hash(plan.seed(), "air arrival");
        this.silentStation = plan.faults() ? stationToFallSilent() : null;
    }

    /** Null when no station does. */
    @Nullable
    String silentStation() {
        return silentStation;
    }

    Iterator<GeneratedRecord> records() {
        ObservationLog log = new ObservationLog(Feed.AIR_OBSERVATIONS, timeline);
        for (int label = timeline.from() + Timeline.HOUR; label <= timeline.to(); label += Timeline.HOUR) {
            Dice hour = new Dice(Dice.hash(salt, label));
            int published = label + hour.between(8, 30) * Timeline.MINUTE;
            for (AirStation station : region.airStations(timeline.dateOf(label - 1))) {
                if (!station.stationId().equals(silentStation) || label <= SILENT_AFTER) {
                    report(log, station, label, published);
                }
            }
        }
        if (plan.faults()) {
            addStrangers(log);
        }
        return log.inOrderOfArrival();
    }

    private void report(ObservationLog log, AirStation station, int label, int published) {
        Dice dice = new Dice(Dice.hash(Dice.hash(salt, station.stationId()), label));
        int arrival = published + dice.below(5 * Timeline.MINUTE);
        Observation observation = new Observation(station.stationId(), label, null, weather.at(station, label));
        double luck = plan.faults() ? dice.unit() : 1;
        if (luck < 0.015) {
            log.add(observation.with(flagged(observation.reading(), dice)), arrival, FaultKind.FLAGGED_VALUES);
            return;
        }
        log.add(observation, arrival, FaultKind.NONE);
        if (luck < 0.045) {
            log.add(observation, arrival + dice.between(60, 20 * Timeline.MINUTE), FaultKind.REPEATED_POLL);
        } else if (luck < 0.065) {
            int later = arrival + dice.between(Timeline.HOUR, 6 * Timeline.HOUR);
            Reading corrected = corrected(observation.reading(), dice);
            log.add(observation.with(corrected), Math.min(later, timeline.last() - 10), FaultKind.CORRECTION);
        }
    }

    /** Broken ones, a station that nobody registered, a clock that is wrong, and one record from long ago. */
    private void addStrangers(ObservationLog log) {
        List<AirStation> stations = region.airStations(plan.day()).stream()
                .filter(station -> !station.stationId().equals(silentStation))
                .toList();
        if (stations.isEmpty()) {
            return;
        }
        Dice dice = new Dice(Dice.hash(salt, "strangers"));
        int kinds = Breakage.ANY_FEED.size();
        for (int kind = 0; kind < kinds; kind++) {
            AirStation station = stations.get(dice.below(stations.size()));
            int arrival = timeline.share(0.2 + 0.7 * kind / kinds);
            log.addBroken(observed(station, arrival), arrival, Breakage.ANY_FEED.get(kind), dice);
        }
        AirStation station = stations.get(dice.below(stations.size()));
        int arrival = timeline.share(0.45);
        Observation usual = observed(station, arrival);
        log.add(
                new Observation(UNKNOWN_STATION, usual.observed(), null, usual.reading()),
                arrival,
                FaultKind.UNKNOWN_SITE);
        log.add(dated(usual, Timeline.DAY + 4 * Timeline.HOUR), arrival + 1, FaultKind.WRONG_CLOCK);
        // At the very end, so that the station's partition has moved on to the plan's days for certain.
        log.add(dated(usual, -DAYS_TOO_LATE * Timeline.DAY), timeline.last() - 1, FaultKind.TOO_LATE);
    }

    private Observation observed(AirStation station, int arrival) {
        int label = arrival / Timeline.HOUR * Timeline.HOUR;
        return new Observation(station.stationId(), label, null, weather.at(station, label));
    }

    private static Observation dated(Observation observation, int shift) {
        return new Observation(observation.site(), observation.observed() + shift, null, observation.reading());
    }

    private static Reading flagged(Reading reading, Dice dice) {
        List<String> items = List.copyOf(reading.values().keySet());
        String item = items.get(dice.below(items.size()));
        String flag = FLAGS.get(dice.below(FLAGS.size()));
        return (dice.chance(0.5) ? reading.with(item, null) : reading).flagged(item, flag);
    }

    /** Other particles than first reported; a station without them corrects what it has first. */
    private static Reading corrected(Reading reading, Dice dice) {
        String item = reading.values().containsKey("pm2_5")
                ? "pm2_5"
                : reading.values().keySet().iterator().next();
        String reported = reading.values().get(item);
        double value = reported == null ? 0 : Double.parseDouble(reported);
        return reading.with(item, Long.toString((long) value + dice.between(2, 12)));
    }

    /** One of the city that can best do without. */
    private @Nullable String stationToFallSilent() {
        Map<String, List<AirStation>> byCity = new TreeMap<>();
        for (AirStation station : region.airStations(plan.day())) {
            byCity.computeIfAbsent(station.cityCode(), city -> new ArrayList<>())
                    .add(station);
        }
        return byCity.values().stream()
                .max(Comparator.comparingInt(List::size))
                .map(stations -> stations.get(new Dice(Dice.hash(salt, "silent")).below(stations.size())))
                .map(AirStation::stationId)
                .orElse(null);
    }
}
