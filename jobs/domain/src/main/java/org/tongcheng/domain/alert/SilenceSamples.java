package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** No data: how many whole periods an entity has been silent. */
public final class SilenceSamples {

    private SilenceSamples() {}

    /**
     * All samples up to now: none silent at each time something was heard, and one at the end of each silent period up to
     * the greatest threshold.
     *
     * @param start from when on it is expected to be heard, though it never was; epoch milliseconds
     * @param heard times after the start, in order
     * @param looks at which there is one sample more if at least a period has been silent then, such as when the rule's
     *     schedule begins after a night without anybody who minded
     * @param now no period ends later
     */
    public static List<Sample> upTo(
            long now, AlertRule rule, String entityId, long start, List<Long> heard, List<Long> looks) {
        List<Sample> samples = new ArrayList<>();
        long last = start;
        for (long next : heard) {
            addSilence(samples, rule, entityId, last, Math.min(next - 1, now), looks);
            samples.add(sample(entityId, next, 0, next));
            last = next;
        }
        addSilence(samples, rule, entityId, last, now, looks);
        return samples;
    }

    /** One sample. */
    public static Sample at(long now, AlertRule rule, String entityId, long lastHeard) {
        return sample(entityId, now, (now - lastHeard) / rule.periodsMillis(1), lastHeard);
    }

    private static void addSilence(
            List<Sample> samples, AlertRule rule, String entityId, long last, long until, List<Long> looks) {
        long most = rule.greatestRaise().longValue();
        TreeSet<Long> times = new TreeSet<>();
        for (long periods = 1; periods <= most && last + rule.periodsMillis(periods) <= until; periods++) {
            times.add(last + rule.periodsMillis(periods));
        }
        for (long look : looks) {
            if (look >= last + rule.periodsMillis(1) && look <= until) {
                times.add(look);
            }
        }
        times.forEach(time -> samples.add(at(time, rule, entityId, last)));
    }

    private static Sample sample(String entityId, long time, long periods, long lastHeard) {
        Evidence evidence = new Evidence(entityId, lastHeard, null);
        return new Sample(time, BigDecimal.valueOf(periods), null, false, List.of(evidence), null);
    }
}
