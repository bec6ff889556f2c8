package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Consecutive duration: readings beyond limits for a number of hours in a row. A limit is kept beyond when every reading of
 * its hours is, or, where the rule asks for means, every mean: the hours are cut into pieces of that length, counted back
 * from now. Enough readings must be there ({@code min_completeness}), for a mean in each of the pieces. When no tier is
 * met, but one could be if missing readings were there, the sample is missing: it neither raises nor ends anything.
 */
public record DurationSamples() implements SeriesSamples {

    /** The longest duration that a tier may ask for: 14 days. */
    public static final int MOST_HOURS = 14 * 24;

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

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

    /** Whether a limit is for a whole number of the rule's periods and means, and each mean of one period or more. */
    static boolean divides(AlertRule rule, DurationLimit limit) {
        BigDecimal period = rule.setting("period_minutes");
        BigDecimal mean = rule.setting("mean_hours");
        BigDecimal minutes = BigDecimal.valueOf(limit.hours()).multiply(MINUTES);
        return Stream.of(period, mean).allMatch(value -> value.signum() > 0)
                && minutes.remainder(period).signum() == 0
                && BigDecimal.valueOf(limit.hours()).remainder(mean).signum() == 0
                && (mean.compareTo(BigDecimal.ONE) == 0
                        || mean.multiply(MINUTES).remainder(period).signum() == 0);
    }

    private static Answer answer(AlertRule rule, DurationLimit limit, List<Reading> series, int index) {
        int mean = rule.setting("mean_hours").intValue();
        if (mean == 1) {
            return each(rule, limit, series, index);
        }
        Answer worst = Answer.YES;
        for (int hours = 0; hours < limit.hours(); hours += mean) {
            Answer answer = mean(rule, limit, series, index, hours);
            worst = answer.compareTo(worst) < 0 ? answer : worst;
        }
        return worst;
    }

    private static Answer each(AlertRule rule, DurationLimit limit, List<Reading> series, int index) {
        List<BigDecimal> values = values(series, index, 0, limit.hours());
        boolean beyond = values.stream().allMatch(value -> limit.direction().beyond(value, limit.limit()));
        if (!beyond) {
            return Answer.NO;
        }
        return rule.complete(values.size(), due(rule, limit.hours())) ? Answer.YES : Answer.UNDECIDED;
    }

    /** @param before how many hours before now the mean's last one ends */
    private static Answer mean(AlertRule rule, DurationLimit limit, List<Reading> series, int index, int before) {
        int hours = rule.setting("mean_hours").intValue();
        List<BigDecimal> values = values(series, index, before, hours);
        if (values.isEmpty() || !rule.complete(values.size(), due(rule, hours))) {
            return Answer.UNDECIDED;
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal limits = limit.limit().multiply(BigDecimal.valueOf(values.size()));
        return limit.direction().beyond(sum, limits) ? Answer.YES : Answer.NO;
    }

    private static long due(AlertRule rule, int hours) {
        return hours * BusinessTime.HOUR / rule.periodsMillis(1);
    }

    /** Those of a number of hours, the last of which ends a number of hours before now. */
    private static List<BigDecimal> values(List<Reading> series, int index, int before, int hours) {
        long to = series.get(index).time() - before * BusinessTime.HOUR;
        long after = to - hours * BusinessTime.HOUR;
        List<BigDecimal> values = new ArrayList<>();
        for (int i = index; i >= 0 && series.get(i).time() > after; i--) {
            BigDecimal value = counting(series.get(i), i == index);
            if (value != null && series.get(i).time() <= to) {
                values.add(value);
            }
        }
        return values;
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
