package org.tongcheng.local.feeds;

import java.util.List;
import java.util.Map;
import org.tongcheng.reference.City;
import org.tongcheng.reference.Region;

/** Heavy pollution that drifts from city to city with a northerly wind, every day anew. */
final class PollutionEpisode {

    private static final int HOURS = 11;

    /** Rises within three hours, stays for four, clears within four. */
    private static final double[] CORNERS = {0, 3, 7, HOURS};

    private static final double[] STRENGTH = {0, 1, 1, 0};

    private static final Map<String, Plume> PLUMES =
            Map.of("510600", new Plume(6, 205), "510100", new Plume(9, 240), "511400", new Plume(12, 185));

    private static final List<String> WAY = List.of("510600", "510100", "511400");

    private final List<String> cityCodes;

    PollutionEpisode(Region region) {
        List<String> registered = region.cities().stream().map(City::cityCode).toList();
        cityCodes = WAY.stream().filter(registered::contains).toList();
    }

    /** PM2.5 in ug/m3 when it would be {@code usual} without the episode. */
    double pm25(String cityCode, int second, double usual) {
        Plume plume = PLUMES.get(cityCode);
        if (plume == null) {
            return usual;
        }
        double hour = Math.floorMod(second, Timeline.DAY) / (double) Timeline.HOUR;
        return usual + Math.max(0, plume.peak - usual) * Curve.at(hour - plume.hour, CORNERS, STRENGTH);
    }

    Incident on(int day, Timeline timeline) {
        int midnight = day * Timeline.DAY;
        int begins = 24;
        int ends = 0;
        StringBuilder text = new StringBuilder("Heavy PM2.5 pollution drifts southward, up to");
        for (String cityCode : cityCodes) {
            Plume plume = PLUMES.getOrDefault(cityCode, new Plume(0, 0));
            begins = Math.min(begins, plume.hour);
            ends = Math.max(ends, plume.hour + HOURS);
            text.append(cityCode.equals(cityCodes.get(0)) ? " " : ", ")
                    .append((int) plume.peak)
                    .append(" ug/m3 in ")
                    .append(cityCode);
        }
        return new Incident(
                Incident.Kind.HEAVY_POLLUTION,
                text.toString(),
                List.of(),
                cityCodes,
                timeline.epochMillis(midnight + begins * Timeline.HOUR),
                timeline.epochMillis(midnight + ends * Timeline.HOUR));
    }

    boolean happens() {
        return !cityCodes.isEmpty();
    }

    private record Plume(int hour, double peak) {}
}
