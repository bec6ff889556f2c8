package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.time.BusinessTime;

/**
 * A rule as data. One may be built from anything; {@link RuleCheck} tells what is wrong with it.
 *
 * @param version counts up whenever the rule changes; alerts of another version are other alerts
 * @param family what the rule is about, shared by rules on one phenomenon: of one place the worst of a family is enough
 * @param direction on which side of the thresholds values are wrong; see {@link RuleKind#ladderDirection}
 * @param ladder thresholds by severity, the mildest first; empty for rules with tiers
 * @param tiers of a rule on consecutive hours; else empty
 * @param forMillis how long a raise threshold must be met before the alert is raised; changes of severity do not wait
 * @param clearForMillis how long the clear threshold must be kept before it ends
 * @param minCompleteness share, 0 to 1, of the values a decision needs that must be there
 * @param settings numbers that the kind asks for, see {@link RuleKind#settings}
 * @param groups of a joint rule, by their ids; else empty
 * @param covers of a joint rule: families whose alerts at members of a group its own alert stands for; else empty
 */
public record AlertRule(
        String id,
        int version,
        String family,
        RuleKind kind,
        RuleInput input,
        Direction direction,
        List<Rung> ladder,
        List<DurationTier> tiers,
        long forMillis,
        long clearForMillis,
        BigDecimal minCompleteness,
        boolean enabled,
        AlertSchedule schedule,
        AlertTexts texts,
        Map<String, BigDecimal> settings,
        Map<String, AlertGroup> groups,
        List<String> covers)
        implements Serializable {

    /**
     * The severity a sample leads to. A higher one is entered at its raise threshold. The present one stays until its
     * clear threshold is passed; then it falls to the highest one whose raise threshold is met.
     *
     * @param present null when there is none
     * @param sample one that is not missing
     * @return null when there is none any more
     */
    @Nullable
    Severity severityAfter(@Nullable Severity present, Sample sample) {
        Severity raised = kind.judges() ? sample.tier() : raisedBy(sample.value());
        if (present == null || (raised != null && raised.compareTo(present) >= 0)) {
            return raised;
        }
        return holds(present, sample) ? present : raised;
    }

    /** The number that a change to this severity is told with; null when the rule has no such severity. */
    @Nullable
    BigDecimal raiseThreshold(Severity severity) {
        for (DurationTier tier : tiers) {
            if (tier.severity() == severity && !tier.limits().isEmpty()) {
                return tier.limits().get(0).limit();
            }
        }
        Rung rung = rung(severity);
        return rung == null ? null : rung.raise();
    }

    /** The number that leaving this severity is told with; null when the rule has no such severity. */
    @Nullable
    BigDecimal clearThreshold(Severity severity) {
        Rung rung = rung(severity);
        return rung == null ? raiseThreshold(severity) : rung.clear();
    }

    /** A setting of this rule, else the kind's default. */
    BigDecimal setting(String name) {
        BigDecimal own = settings.get(name);
        return own == null ? kind.defaultOf(name) : own;
    }

    /**
     * How far before a sample's own time the values lie that decide it: values must be kept for that long before the
     * first sample that can still be corrected. Milliseconds.
     */
    public long lookBackMillis() {
        return switch (kind) {
            case RATE_OF_CHANGE -> ChangeSamples.lookBackMillis(this);
            case STUCK_SENSOR -> StuckSamples.lookBackMillis(this);
            case CONSECUTIVE_DURATION -> DurationSamples.lookBackMillis(this);
            default -> 0;
        };
    }

    /** Whether {@code present} of {@code due} values are enough. */
    boolean complete(long present, long due) {
        return BigDecimal.valueOf(present).compareTo(minCompleteness.multiply(BigDecimal.valueOf(due))) >= 0;
    }

    /** The highest severity whose raise threshold a value meets; null when there is none. */
    public @Nullable Severity raisedBy(@Nullable BigDecimal value) {
        Severity highest = null;
        for (Rung rung : ladder) {
            if (beyond(value, rung.raise())
                    && (highest == null || rung.severity().compareTo(highest) > 0)) {
                highest = rung.severity();
            }
        }
        return highest;
    }

    private boolean holds(Severity severity, Sample sample) {
        Rung rung = rung(severity);
        return !kind.judges() && rung != null && beyond(sample.value(), rung.clear());
    }

    private boolean beyond(@Nullable BigDecimal value, BigDecimal threshold) {
        return value != null && kind.ladderDirection(direction).beyond(value, threshold);
    }

    /** The greatest raise threshold; 0 without a ladder. */
    BigDecimal greatestRaise() {
        return ladder.stream().map(Rung::raise).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** A number of periods of this rule's {@code period_minutes}, in milliseconds. */
    long periodsMillis(long periods) {
        return periods * setting("period_minutes").longValue() * BusinessTime.MINUTE;
    }

    private @Nullable Rung rung(Severity severity) {
        for (Rung rung : ladder) {
            if (rung.severity() == severity) {
                return rung;
            }
        }
        return null;
    }
}
