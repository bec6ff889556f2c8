package org.tongcheng.local.feeds;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.local.feeds.ObservationLog.Observation;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.WaterSection;

/**
 * The water observations: every section, every four hours, one and a half to four hours late; fourteen in a hundred are
 * corrected later, a tenth of these so much that the class changes. Each day one section is in maintenance for two slots
 * and another does not run for one.
 */
final class WaterFeed {

    private static final int SLOT = 4 * Timeline.HOUR;
    private static final int DAYS_TOO_LATE = 40;
    private static final String UNKNOWN_SECTION = "xx-nowhere";

    private static final Set<Integer> MAINTENANCE_HOURS = Set.of(8, 12);
    private static final int STANDSTILL_HOUR = 16;

    /** What is corrected, in the main. */
    private static final List<String> CORRECTED = List.of("codmn", "tn", "tp", "nh3_n");

    private final FeedsPlan plan;
    private final Region region;
    private final Timeline timeline;
    private final Incidents incidents;
    private final RiverState rivers;
    private final long salt;

    WaterFeed(FeedsPlan plan, Region region, Timeline timeline, Incidents incidents) {
        this.plan = plan;
        this.region = region;
        this.timeline = timeline;
        this.incidents = incidents;
        this.rivers = new RiverState(plan.seed(), timeline, incidents);
        this.salt = Dice.hash(plan.seed(), "water arrival");
    }

    /** Begins with the slot that is still due when the feeds begin. */
    Iterator<GeneratedRecord> records() {
        ObservationLog log = new ObservationLog(Feed.WATER_OBSERVATIONS, timeline);
        for (int slot = timeline.from() / SLOT * SLOT; slot < timeline.to(); slot += SLOT) {
            for (WaterSection section : region.waterSections(timeline.dateOf(slot))) {
                report(log, section, slot);
            }
        }
        if (plan.faults()) {
            addStrangers(log);
        }
        return log.inOrderOfArrival();
    }

    private void report(ObservationLog log, WaterSection section, int slot) {
        Dice dice = new Dice(Dice.hash(Dice.hash(salt, section.sectionId()), slot));
        int arrival = arrival(slot, dice);
        Reading reading = rivers.at(section, slot);
        StationStatus status = plan.faults() ? status(section, slot) : StationStatus.NORMAL;
        if (status != StationStatus.NORMAL) {
            Reading reported = outOfService(reading, status);
            log.add(
                    new Observation(section.sectionId(), slot, status.wireName(), reported),
                    arrival,
                    FaultKind.STATION_STATUS);
            return;
        }
        double luck = plan.faults() ? dice.unit() : 1;
        Observation observation = observation(section.sectionId(), slot, reading);
        log.add(observation, arrival, FaultKind.NONE);
        if (luck < 0.14) {
            int later = arrival + dice.between(30 * Timeline.MINUTE, 6 * Timeline.HOUR);
            Observation corrected = observation.with(corrected(reading, dice));
            log.add(corrected, Math.min(later, timeline.last() - 10), FaultKind.CORRECTION);
        } else if (luck < 0.17) {
            log.add(observation, arrival + dice.between(60, 20 * Timeline.MINUTE), FaultKind.REPEATED_POLL);
        }
    }

    /** As recorded: 71 % are there after 1 h 41 min, 92 % after 3 h 33 min. */
    private int arrival(int slot, Dice dice) {
        double delay = Curve.at(dice.unit(), new double[] {0, 0.71, 0.92, 1}, new double[] {90, 101, 213, 235});
        int arrival = slot + (int) (delay * Timeline.MINUTE);
        int soonest = timeline.from() + dice.below(30 * Timeline.MINUTE);
        return Math.min(Math.max(arrival, soonest), timeline.last() - 40 * Timeline.MINUTE);
    }

    private void addStrangers(ObservationLog log) {
        List<WaterSection> sections = region.waterSections(plan.day());
        if (sections.isEmpty()) {
            return;
        }
        Dice dice = new Dice(Dice.hash(salt, "strangers"));
        int kinds = Breakage.ANY_FEED.size();
        for (int kind = 0; kind < kinds; kind++) {
            WaterSection section = sections.get(dice.below(sections.size()));
            int arrival = timeline.share(0.2 + 0.7 * kind / kinds);
            log.addBroken(observed(section, arrival), arrival, Breakage.ANY_FEED.get(kind), dice);
        }
        int arrival = timeline.share(0.4);
        Observation usual = observed(sections.get(dice.below(sections.size())), arrival);
        int slot = usual.observed();
        log.add(observation(UNKNOWN_SECTION, slot, usual.reading()), arrival, FaultKind.UNKNOWN_SITE);
        Observation ahead = observation(usual.site(), slot + Timeline.DAY + SLOT, usual.reading());
        log.add(ahead, arrival + 1, FaultKind.WRONG_CLOCK);
        Observation longAgo = observation(usual.site(), slot - DAYS_TOO_LATE * Timeline.DAY, usual.reading());
        log.add(longAgo, timeline.last() - 1, FaultKind.TOO_LATE);
    }

    private Observation observed(WaterSection section, int arrival) {
        int slot = arrival / SLOT * SLOT;
        return observation(section.sectionId(), slot, rivers.at(section, slot));
    }

    private static Observation observation(String section, int slot, Reading reading) {
        return new Observation(section, slot, StationStatus.NORMAL.wireName(), reading);
    }

    /** Sections on the way of the wave keep running: it is to be seen. */
    private StationStatus status(WaterSection section, int slot) {
        List<String> candidates = region.waterSections(timeline.dateOf(slot)).stream()
                .map(WaterSection::sectionId)
                .filter(sectionId -> !incidents.touches(sectionId))
                .toList();
        if (candidates.size() < 2) {
            return StationStatus.NORMAL;
        }
        Dice day = new Dice(Dice.hash(salt, Math.floorDiv(slot, Timeline.DAY)));
        int maintained = day.below(candidates.size());
        int still = (maintained + 1 + day.below(candidates.size() - 1)) % candidates.size();
        int hour = Math.floorMod(slot, Timeline.DAY) / Timeline.HOUR;
        if (section.sectionId().equals(candidates.get(maintained)) && MAINTENANCE_HOURS.contains(hour)) {
            return StationStatus.MAINTENANCE;
        }
        boolean stopped = section.sectionId().equals(candidates.get(still)) && hour == STANDSTILL_HOUR;
        return stopped ? StationStatus.NOT_RUNNING : StationStatus.NORMAL;
    }

    /** In maintenance the chemistry is flagged; a station that does not run gives nothing. */
    private static Reading outOfService(Reading reading, StationStatus status) {
        Reading reported = reading;
        for (String item : List.copyOf(reading.values().keySet())) {
            if (status == StationStatus.NOT_RUNNING) {
                reported = reported.with(item, null);
            } else if (CORRECTED.contains(item)) {
                reported = reported.flagged(item, "M");
            }
        }
        return reported;
    }

    private static Reading corrected(Reading reading, Dice dice) {
        String item = CORRECTED.get(dice.below(CORRECTED.size()));
        String reported = reading.values().get(item);
        double value = reported == null ? 1 : Double.parseDouble(reported);
        double factor = dice.chance(0.1) ? 2.2 : 1.03 + 0.05 * dice.unit();
        return reading.with(item, RiverState.text(value * factor + 0.01, 3));
    }
}
