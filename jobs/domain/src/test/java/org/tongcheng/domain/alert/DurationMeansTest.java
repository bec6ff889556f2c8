package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.time.BusinessTime;

/** Consecutive duration where a rule asks for means, or for values that come less often than hourly. */
class DurationMeansTest {

    @Test
    void oneBetterHourDoesNotCountWhereTheMeanIsBeyond() {
        RuleDraft draft = means("yellow >200 4");

        assertThat(last(draft, "100 260 150 260 160")).isEqualTo(Severity.YELLOW);
        assertThat(last(draft, "260 150 260 140")).isNull();
        assertThat(last(draft, "300 300 201 199"))
                .as("each of the means must be")
                .isNull();
        assertThat(last(draft, "300 300 202 199")).isEqualTo(Severity.YELLOW);
    }

    @Test
    void everyMeanNeedsItsValues() {
        RuleDraft draft = means("yellow >200 4").complete("0.5");

        assertThat(last(draft, "260 x x 260")).isEqualTo(Severity.YELLOW);
        assertThat(sample(draft, "260 260 260 x").value()).isNull();
        assertThat(sample(draft, "x x 260 260").value()).isNull();
        assertThat(last(draft, "x x 260 260")).isNull();
        assertThat(sample(draft, "x x 100 260").value())
                .as("no value there could help")
                .isEqualTo("260");
        assertThat(last(draft.complete("1"), "260 x 260 260")).isNull();
    }

    @Test
    void dailyValuesMustBeThereEveryDay() {
        RuleDraft draft = RuleDraft.threshold().tiers("yellow >150 72").setting("period_minutes", "1440");

        assertThat(severity(draft, daily("151", "151", "151"))).isEqualTo(Severity.YELLOW);
        assertThat(severity(draft, daily("151", null, "151"))).isNull();
        assertThat(severity(draft, daily("151", "150", "151"))).isNull();
    }

    @Test
    void limitsAreWholeNumbersOfPeriodsAndMeans() {
        assertThat(RuleCheck.problems(means("yellow >200 5").build()))
                .extracting(RuleProblem::toString)
                .containsExactly("tiers.yellow.hours: 5 cannot be divided by the rule's period_minutes and mean_hours");
        assertThat(RuleCheck.problems(
                        means("yellow >200 24").setting("period_minutes", "180").build()))
                .as("a mean of two hours of values every three")
                .hasSize(1);
        assertThat(RuleCheck.problems(
                        means("yellow >200 24").setting("period_minutes", "30").build()))
                .isEmpty();
    }

    private static RuleDraft means(String tier) {
        return RuleDraft.threshold().tiers(tier).setting("mean_hours", "2");
    }

    private static Sample sample(RuleDraft draft, String values) {
        List<Reading> series = RuleDraft.readings(values);
        return new DurationSamples().at(draft.build(), "510100", series, series.size() - 1);
    }

    private static @Nullable Severity last(RuleDraft draft, String values) {
        return sample(draft, values).tier();
    }

    private static @Nullable Severity severity(RuleDraft draft, List<Reading> series) {
        return new DurationSamples()
                .at(draft.build(), "510100", series, series.size() - 1)
                .tier();
    }

    private static List<Reading> daily(@Nullable String... values) {
        List<Reading> series = new ArrayList<>();
        for (String value : values) {
            series.add(
                    new Reading(series.size() * BusinessTime.DAY, value == null ? null : new BigDecimal(value), false));
        }
        return series;
    }
}
