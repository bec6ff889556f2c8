package org.tongcheng.local.feeds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.WaterSection;

/**
 * A discharge into the upper Tuo that runs down the river, every day anew. The registry gives the way and how long the
 * water takes; that time is shortened so that the whole way fits into a day.
 */
final class PhosphorusWave {

    /** Where the two rivers that carry phosphate works are watched. */
    private static final List<String> HEADS = List.of("dy-shuangjiangqiao", "dy-bajiao");

    private static final double BEGIN_HOUR = 3;
    private static final double WAY_HOURS = 15;

    /** Hours from the crest to where the wave has fallen to three fifths. */
    private static final double WIDTH_HOURS = 2.2;

    private static final double CREST = 0.62;
    private static final double LEFT_AT_NEXT_SECTION = 0.86;

    private final Map<String, Crest> crests = new LinkedHashMap<>();

    PhosphorusWave(Region region, LocalDate day) {
        WaterSection head = region.waterSection(HEADS.get(0), day);
        if (head == null) {
            return;
        }
        double pace = WAY_HOURS / hoursDown(region, day, head);
        follow(region, day, head, pace);
        WaterSection second = region.waterSection(HEADS.get(1), day);
        String meeting = second == null ? null : second.downstreamId();
        Crest met = meeting == null ? null : crests.get(meeting);
        if (second != null && met != null) {
            // Both discharges reach the meeting of the rivers together.
            crests.put(second.sectionId(), new Crest(met.hour - hours(second) * pace, CREST, second.cityCode()));
        }
    }

    /** Total phosphorus in mg/L that the wave adds. */
    double added(String sectionId, int second) {
        Crest crest = crests.get(sectionId);
        if (crest == null) {
            return 0;
        }
        double hour = Math.floorMod(second, Timeline.DAY) / (double) Timeline.HOUR;
        double distance = (hour - crest.hour) / WIDTH_HOURS;
        return crest.height * StrictMath.exp(-distance * distance / 2);
    }

    boolean passes(String sectionId) {
        return crests.containsKey(sectionId);
    }

    boolean happens() {
        return !crests.isEmpty();
    }

    Incident on(int day, Timeline timeline) {
        List<Map.Entry<String, Crest>> way = crests.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> entry.getValue().hour))
                .toList();
        double first = way.get(0).getValue().hour;
        double last = way.get(way.size() - 1).getValue().hour;
        int midnight = day * Timeline.DAY;
        return new Incident(
                Incident.Kind.PHOSPHORUS_WAVE,
                "A wave of total phosphorus runs down the Tuo past " + way.size() + " sections",
                way.stream().map(Map.Entry::getKey).toList(),
                way.stream().map(entry -> entry.getValue().cityCode).distinct().toList(),
                timeline.epochMillis(midnight + (int) (Math.max(0, first - WIDTH_HOURS) * Timeline.HOUR)),
                timeline.epochMillis(midnight + (int) ((last + WIDTH_HOURS) * Timeline.HOUR)));
    }

    private void follow(Region region, LocalDate day, WaterSection head, double pace) {
        double hour = BEGIN_HOUR;
        double height = CREST;
        WaterSection section = head;
        while (section != null) {
            crests.put(section.sectionId(), new Crest(hour, height, section.cityCode()));
            hour += hours(section) * pace;
            height *= LEFT_AT_NEXT_SECTION;
            section = below(region, day, section);
        }
    }

    private static double hoursDown(Region region, LocalDate day, WaterSection head) {
        double hours = 0;
        WaterSection section = head;
        while (section != null) {
            hours += hours(section);
            section = below(region, day, section);
        }
        return Math.max(1, hours);
    }

    private static @Nullable WaterSection below(Region region, LocalDate day, WaterSection section) {
        String downstream = section.downstreamId();
        return downstream == null ? null : region.waterSection(downstream, day);
    }

    private static double hours(WaterSection section) {
        BigDecimal hours = section.travelHours();
        return hours == null ? 0 : hours.doubleValue();
    }

    private record Crest(double hour, double height, String cityCode) {}
}
