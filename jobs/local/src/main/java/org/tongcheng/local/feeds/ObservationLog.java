package org.tongcheng.local.feeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;

/** Collects the observations of one feed, written as contract 1 wants them, and gives them out in order of arrival. */
final class ObservationLog {

    private final Feed feed;
    private final Timeline timeline;
    private final List<GeneratedRecord> records = new ArrayList<>();

    ObservationLog(Feed feed, Timeline timeline) {
        this.feed = feed;
        this.timeline = timeline;
    }

    void add(Observation observation, int arrival, FaultKind fault) {
        add(observation, json(observation, arrival).getBytes(StandardCharsets.UTF_8), arrival, fault);
    }

    /** Adds the observation after something has broken it on its way. */
    void addBroken(Observation observation, int arrival, FaultKind fault, Dice dice) {
        byte[] payload = Breakage.of(fault, feed, json(observation, arrival), dice);
        records.add(new GeneratedRecord(
                feed, observation.site, payload, timeline.epochMillis(arrival), timeline.epochMillis(arrival), fault));
    }

    Iterator<GeneratedRecord> inOrderOfArrival() {
        records.sort(Comparator.comparingLong(GeneratedRecord::arrivedAt));
        return records.iterator();
    }

    private void add(Observation observation, byte[] payload, int arrival, FaultKind fault) {
        records.add(new GeneratedRecord(
                feed,
                observation.site,
                payload,
                timeline.epochMillis(observation.observed),
                timeline.epochMillis(arrival),
                fault));
    }

    private String json(Observation observation, int arrival) {
        boolean air = feed == Feed.AIR_OBSERVATIONS;
        StringBuilder text =
                new StringBuilder(air ? "{\"schema_version\":\"air/1\"" : "{\"schema_version\":\"water/1\"");
        member(text, air ? "station_id" : "section_id", observation.site);
        member(text, "observed_at", timeline.text(observation.observed));
        member(text, "received_timestamp", timeline.text(arrival));
        member(text, "source", "generated");
        if (observation.status != null) {
            member(text, "station_status", observation.status);
        }
        text.append(",\"values\":{");
        String separator = "";
        for (Map.Entry<String, @Nullable String> value :
                observation.reading.values().entrySet()) {
            text.append(separator)
                    .append('"')
                    .append(value.getKey())
                    .append("\":")
                    .append(value.getValue());
            separator = ",";
        }
        text.append('}');
        if (!observation.reading.flags().isEmpty()) {
            text.append(",\"flags\":{");
            StringBuilder flags = new StringBuilder();
            observation.reading.flags().forEach((item, flag) -> member(flags, item, flag));
            text.append(flags, 1, flags.length()).append('}');
        }
        return text.append('}').toString();
    }

    private static void member(StringBuilder text, String name, String value) {
        text.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    /**
     * @param observed second that the observation names
     * @param status of a water station; null for air
     */
    record Observation(String site, int observed, @Nullable String status, Reading reading) {

        Observation with(Reading other) {
            return new Observation(site, observed, status, other);
        }
    }
}
