package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** No data: how many whole periods an entity has been silent. */
public final class SilenceSamples {

    private SilenceSamples() {}

    /**
     * All samples up to now: none silent at each time something was heard, and one at the end of each silent period up to
     * the greatest threshold.
     *
     * @param start from when on it is expected to be heard, though it never was; epoch milliseconds
     * @param heard times after the start, in order
     * @param now no period ends later
     */
    public static List<Sample> upTo(long now, AlertRule rule, String entityId, long start, List<Long> heard) {
        List<Sample> samples = new ArrayList<>();
        long last = start;
        for (long next : heard) {
            addSilence(samples, rule, entityId, last, Math.min(next - 1, now));
            samples.add(sample(entityId, next, 0, next));
            last = next;
        }
        addSilence(samples, rule, entityId, last, now);
        return samples;
    }

    /** One sample, as live silence asks for. */
    public static Sample at(long now, AlertRule rule, String entityId, long lastHeard) {
        return sample(entityId, now, (now - lastHeard) / rule.periodsMillis(1), lastHeard);
    }

    /** When the next threshold is reached if nothing is heard; the end of time when none is left. */
    public static long nextDue(long now, AlertRule rule, long lastHeard) {
        return rule.ladder().stream()
                .mapToLong(rung -> lastHeard + rule.periodsMillis(rung.raise().longValue()))
                .filter(due -> due > now)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static void addSilence(List<Sample> samples, AlertRule rule, String entityId, long last, long until) {
        long most = rule.greatestRaise().longValue();
        for (long periods = 1; periods <= most && last + rule.periodsMillis(periods) <= until; periods++) {
            samples.add(sample(entityId, last + rule.periodsMillis(periods), periods, last));
        }
    }

    private static Sample sample(String entityId, long time, long periods, long lastHeard) {
        Evidence evidence = new Evidence(entityId, lastHeard, null);
        return new Sample(time, BigDecimal.valueOf(periods), null, false, List.of(evidence), null);
    }
}
