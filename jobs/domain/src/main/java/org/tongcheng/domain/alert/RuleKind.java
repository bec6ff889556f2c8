package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.WireNamed;

/** What a rule compares, and the settings it needs for that. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum RuleKind implements WireNamed {
    /** The value itself. {@link ValueSamples} */
    THRESHOLD(Compares.VALUE, List.of()),
    /** Value less that of {@code periods} periods of {@code period_minutes} before. {@link ChangeSamples} */
    RATE_OF_CHANGE(Compares.VALUE, List.of(whole("periods", 1), whole("period_minutes", null))),
    /**
     * Value over what is usual at that hour of that weekday, or over {@code least_usual} where that is more.
     * {@link SurgeSamples}
     */
    SURGE(Compares.VALUE, List.of(whole("least_usual", 1))),
    /** Periods of {@code period_minutes} without a value. {@link SilenceSamples} */
    NO_DATA(Compares.COUNT, List.of(whole("period_minutes", null))),
    /** Equal values in a row, one in {@code period_minutes}. {@link StuckSamples} */
    STUCK_SENSOR(Compares.COUNT, List.of(whole("period_minutes", 60))),
    /**
     * Values beyond limits for hours in a row, as the rule's tiers say: one in {@code period_minutes}, each by itself or
     * means of {@code mean_hours}. {@link DurationSamples}
     */
    CONSECUTIVE_DURATION(Compares.TIERS, List.of(whole("period_minutes", 60), whole("mean_hours", 1))),
    /** Members of a group beyond {@code limit} at the same time. {@link JointSamples} */
    JOINT(Compares.COUNT, List.of(number("limit"))),
    /**
     * Value of a section up the river, from when it is beyond the mildest raise threshold until the water has passed
     * the one below, at most {@code tolerance_hours} later than expected. {@link RiverWarnings}
     */
    RIVER_PROPAGATION(Compares.ELSEWHERE, List.of(whole("tolerance_hours", 12))),
    /** Kilometres per hour between two taps of one card; no nearer than {@code least_km}. {@link CardSpeed} */
    CARD_IN_TWO_PLACES(Compares.VALUE, List.of(whole("least_km", 5))),
    /** Share of a whole. {@link ShareSamples} */
    AGGREGATE_SHARE(Compares.VALUE, List.of());

    private final Compares compares;
    private final List<RuleSetting> settings;

    RuleKind(Compares compares, List<RuleSetting> settings) {
        this.compares = compares;
        this.settings = settings;
    }

    public List<RuleSetting> settings() {
        return settings;
    }

    /** Whether the rule has tiers instead of a ladder. */
    public boolean tiered() {
        return compares == Compares.TIERS;
    }

    /** Whether its samples bring their severity with them. */
    public boolean judges() {
        return compares == Compares.TIERS || compares == Compares.ELSEWHERE;
    }

    /** Whether its samples go on while nothing changes, so that {@code for} can be waited for. */
    boolean awaitsRaise() {
        return awaitsClear() && this != NO_DATA;
    }

    /** Whether its samples go on after an alert, so that {@code clear_for} can be waited for. */
    boolean awaitsClear() {
        return this != RIVER_PROPAGATION && this != CARD_IN_TWO_PLACES;
    }

    /** Whether the ladder's thresholds are whole numbers to be reached. */
    public boolean counts() {
        return compares == Compares.COUNT;
    }

    /** How the ladder is compared: the rule's direction, except that counts are always to be reached. */
    public Direction ladderDirection(Direction ofRule) {
        return counts() ? Direction.AT_LEAST : ofRule;
    }

    /**
     * @throws IllegalArgumentException when there is no such setting, or none that could do without being told
     */
    BigDecimal defaultOf(String setting) {
        for (RuleSetting known : settings) {
            BigDecimal fallback = known.fallback();
            if (known.name().equals(setting) && fallback != null) {
                return fallback;
            }
        }
        throw new IllegalArgumentException(wireName() + " has no setting '" + setting + "' to fall back on");
    }

    private static RuleSetting whole(String name, @Nullable Integer fallback) {
        return new RuleSetting(name, true, fallback == null ? null : BigDecimal.valueOf(fallback));
    }

    private static RuleSetting number(String name) {
        return new RuleSetting(name, false, null);
    }

    private enum Compares {
        /** With a ladder. */
        VALUE,
        /** With a ladder, how many. */
        COUNT,
        TIERS,
        /** With a ladder, but a value of another place. */
        ELSEWHERE
    }
}
