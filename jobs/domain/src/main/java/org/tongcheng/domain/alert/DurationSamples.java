package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Consecutive duration: hourly readings beyond limits for a number of hours in a row. A limit is kept beyond when every
 * reading of its hours is, and enough of them are there ({@code min_completeness}). When no tier is met, but one could be
 * if missing readings were there, the sample is missing: it neither raises nor ends anything.
 */
public record DurationSamples() implements SeriesSamples {

    /** The longest duration that a tier may ask for: 14 days. */
    public static final int MOST_HOURS = 14 * 24;

    private enum Answer {
        NO,
        UNDECIDED,
        YES
    }

    @Override
    public Sample at(AlertRule rule, String entityId, List<Reading> series, int index) {
        Reading now = series.get(index);
        Severity highest = null;
        int hours = 0;
        boolean undecided = false;
        for (DurationTier tier : rule.tiers()) {
            Answer answer = now.value() == null ? Answer.UNDECIDED : answer(rule, tier, series, index);
            undecided |= answer == Answer.UNDECIDED;
            if (answer == Answer.YES && (highest == null || tier.severity().compareTo(highest) > 0)) {
                highest = tier.severity();
                hours = longest(tier);
            }
        }
        BigDecimal value = highest == null && undecided ? null : now.value();
        Evidence first =
                first(now.time() - hours * BusinessTime.HOUR, series, index).evidence(entityId);
        List<Evidence> evidence = first.time() == now.time() ? List.of(first) : List.of(first, now.evidence(entityId));
        return new Sample(now.time(), value, highest, now.muted(), evidence, null);
    }

    static long lookBackMillis(AlertRule rule) {
        int hours =
                rule.tiers().stream().mapToInt(DurationSamples::longest).max().orElse(0);
        return hours * BusinessTime.HOUR;
    }

    private static int longest(DurationTier tier) {
        return tier.limits().stream().mapToInt(DurationLimit::hours).max().orElse(0);
    }

    private static Answer answer(AlertRule rule, DurationTier tier, List<Reading> series, int index) {
        Answer worst = Answer.YES;
        for (DurationLimit limit : tier.limits()) {
            Answer answer = answer(rule, limit, series, index);
            worst = answer.compareTo(worst) < 0 ? answer : worst;
        }
        return worst;
    }

    private static Answer answer(AlertRule rule, DurationLimit limit, List<Reading> series, int index) {
        long after = series.get(index).time() - limit.hours() * BusinessTime.HOUR;
        int present = 0;
        for (int i = index; i >= 0 && series.get(i).time() > after; i--) {
            BigDecimal value = counting(series.get(i), i == index);
            if (value != null) {
                if (!limit.direction().beyond(value, limit.limit())) {
                    return Answer.NO;
                }
                present++;
            }
        }
        return rule.complete(present, limit.hours()) ? Answer.YES : Answer.UNDECIDED;
    }

    /** Readings of the past that were taken during maintenance are missing. */
    private static @Nullable BigDecimal counting(Reading reading, boolean now) {
        return reading.muted() && !now ? null : reading.value();
    }

    /** The oldest reading after a time that has a value; the present one when there is no other. */
    private static Reading first(long after, List<Reading> series, int index) {
        Reading first = series.get(index);
        for (int i = index; i >= 0 && series.get(i).time() > after; i--) {
            first = counting(series.get(i), false) == null ? first : series.get(i);
        }
        return first;
    }
}
