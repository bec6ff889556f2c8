package org.tongcheng.local.diff;

import java.util.Set;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Tag;

/**
 * What of the results is compared.
 *
 * @param asked measurements that were asked for by name; empty for all that tell the same however they came about
 * @param feeds that both sides have read
 * @param allFeeds whether those are all feeds that either has read
 */
record Scope(Set<String> asked, Set<String> feeds, boolean allFeeds, Extent extent) {

    /** What stands of the alerts in the end, compared like a measurement. */
    static final String ALERTS = "alerts";

    /** Tell of every transition, so that they differ where an alert was told and taken back. */
    static final Set<String> BY_TRANSITION = Set.of(
            Measurement.ALERT.wireName(),
            Measurement.ALERT_ACTIVE_1M.wireName(),
            Measurement.ALERT_SUMMARY_1D.wireName());

    private static final String LEDGER = Measurement.FEED_LEDGER_1M.wireName();

    Scope {
        asked = Set.copyOf(asked);
        feeds = Set.copyOf(feeds);
    }

    /** Whether points of that name are compared, as far as the name tells. */
    boolean has(String measurement) {
        if (!asked.isEmpty()) {
            return asked.contains(measurement);
        }
        if (measurement.equals(LEDGER)) {
            return true;
        }
        if (BY_TRANSITION.contains(measurement)) {
            return false;
        }
        String domain = beginning(measurement);
        boolean ofOneFeed = domain.equals("transit") || domain.equals("air") || domain.equals("water");
        return ofOneFeed ? hasFeedOf(domain) : allFeeds;
    }

    /** Whether a topic of results has anything that is compared, by the beginning of its name. */
    boolean reads(String topic) {
        return asked.isEmpty()
                ? !topic.equals("alert")
                : asked.stream()
                        .anyMatch(name -> name.equals(LEDGER) || beginning(name).equals(topic));
    }

    Extent.Place of(Point point) {
        if (!has(point.measurement()) || (point.measurement().equals(LEDGER) && !hasFeedOf(topicOf(point)))) {
            return Extent.Place.OUTSIDE;
        }
        return extent.of(point.measurement(), point.time());
    }

    /** Whether every point of such a measurement is compared, whatever its time and tags are. */
    boolean hasAll(String measurement) {
        return extent.isAll() && has(measurement) && (allFeeds || !measurement.equals(LEDGER));
    }

    /** The beginning of the name of the topic that carries the point: {@code transit}, {@code alert}. */
    static String topicOf(Point point) {
        if (point.measurement().equals(LEDGER)) {
            for (Tag tag : point.tags()) {
                return beginning(tag.value());
            }
        }
        return beginning(point.measurement());
    }

    private boolean hasFeedOf(String domain) {
        return feeds.stream().anyMatch(feed -> beginning(feed).equals(domain));
    }

    private static String beginning(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != '_' && name.charAt(end) != '.') {
            end++;
        }
        return name.substring(0, end);
    }
}
