package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleCheckTest {

    @Test
    void findsNothingWrongWithGoodRules() {
        check(threshold());
        check(threshold().ladder("yellow 5/5, orange 3/4").direction(Direction.BELOW));
        check(threshold().ladder("blue 60/60"));
        check(threshold().tiers("yellow >200 48", "orange >115 72 >150 24"));
        check(RuleDraft.of(RuleKind.RATE_OF_CHANGE, "blue 60/50").setting("period_minutes", "60"));
        check(joint("blue 2/2, yellow 3/2"));
        RuleDraft silence = RuleDraft.of(RuleKind.NO_DATA, "blue 3/1").setting("period_minutes", "60");
        silence.input = new RuleInput("water_section", "", Map.of("city_code", "510100"));
        check(silence);
        RuleDraft cards = RuleDraft.of(RuleKind.CARD_IN_TWO_PLACES, "red 200/200");
        cards.input = new RuleInput("transit.taps", "", Map.of());
        check(cards);
        RuleDraft water = threshold();
        water.input = new RuleInput("water_section", "class", Map.of());
        check(water);
    }

    @Test
    void refusesNamesAndVersions() {
        RuleDraft draft = threshold();
        draft.id = "PM2.5";
        draft.version = 0;
        check(
                draft,
                "id: 'PM2.5' is not of lower-case letters, digits, - and _, 64 at most",
                "version: 0 is less than 1");
    }

    @Test
    void refusesTimesThatCannotBe() {
        RuleDraft draft = threshold().complete("1.01");
        draft.forMillis = -1;
        draft.clearForMillis = -1;
        draft.schedule = new AlertSchedule(Set.of(), 24, 0);
        check(
                draft,
                "for: is negative",
                "clear_for: is negative",
                "min_completeness: 1.01 is not between 0 and 1",
                "schedule.days: has no day, so the rule would never apply",
                "schedule.from_hour: 24 is not between 0 and 23",
                "schedule.to_hour: 0 is not between 1 and 24");
        draft = threshold().complete("-0.1");
        draft.schedule = new AlertSchedule(Set.of(DayOfWeek.MONDAY), -1, 25);
        check(
                draft,
                "min_completeness: -0.1 is not between 0 and 1",
                "schedule.from_hour: -1 is not between 0 and 23",
                "schedule.to_hour: 25 is not between 1 and 24");
        draft = threshold().complete("0");
        draft.schedule = new AlertSchedule(Set.of(DayOfWeek.MONDAY), 23, 1);
        check(draft);
    }

    @Test
    void refusesToWaitWhereNoSampleWouldTell() {
        RuleDraft silence = RuleDraft.of(RuleKind.NO_DATA, "blue 3/1").setting("period_minutes", "60");
        check(silence.waits(1, 1), "for: rules of kind no_data raise at once");
        RuleDraft river = RuleDraft.of(RuleKind.RIVER_PROPAGATION, "blue 2/2");
        river.input = new RuleInput("water_section", "tp", Map.of());
        check(
                river.waits(1, 1),
                "for: rules of kind river_propagation raise at once",
                "clear_for: rules of kind river_propagation clear at once");
        RuleDraft cards =
                RuleDraft.of(RuleKind.CARD_IN_TWO_PLACES, "red 200/200").waits(1, 0);
        cards.input = new RuleInput("transit.taps", "", Map.of());
        check(cards, "for: rules of kind card_in_two_places raise at once");
    }

    @Test
    void refusesALadderThatDoesNotClimb() {
        check(threshold().ladder(""), "ladder: has no severity");
        check(threshold().ladder("blue 60/61"), "ladder.blue.clear: 61 is above its raise threshold 60");
        check(
                threshold().ladder("blue 5/4").direction(Direction.BELOW),
                "ladder.blue.clear: 4 is below its raise threshold 5");
        check(
                threshold().ladder("yellow 60/50, blue 70/60"),
                "ladder.blue: does not come after yellow; the ladder goes from blue to red");
        check(
                threshold().ladder("blue 60/50, blue 70/60"),
                "ladder.blue: does not come after blue; the ladder goes from blue to red");
        check(
                threshold().ladder("blue 60/50, yellow 60/49"),
                "ladder.yellow.raise: 60 is not beyond that of blue, 60",
                "ladder.yellow.clear: 49 is short of that of blue, 50");
        check(
                threshold().ladder("blue 5/6, yellow 5/6.5").direction(Direction.AT_MOST),
                "ladder.yellow.raise: 5 is not beyond that of blue, 5",
                "ladder.yellow.clear: 6.5 is short of that of blue, 6");
        check(threshold().ladder("blue 60/50, yellow 70/50").direction(Direction.AT_LEAST));
    }

    @Test
    void refusesCountsThatAreNotWhole() {
        check(
                RuleDraft.of(RuleKind.STUCK_SENSOR, "blue 2.5/1, yellow 3/0.5, red 6.0/2"),
                "ladder.blue: this kind counts, so its thresholds are whole numbers of at least 1",
                "ladder.yellow: this kind counts, so its thresholds are whole numbers of at least 1",
                "ladder.yellow.clear: 0.5 is short of that of blue, 1");
    }

    @Test
    void refusesTiersThatCannotBeMet() {
        RuleDraft draft = threshold().tiers("yellow >200 0", "red >300 337", "orange");
        check(
                draft,
                "tiers.yellow.hours: 0 is less than 1",
                "tiers.red.hours: 337 is more than the 336 that are kept",
                "tiers.orange: has no limit");
        check(threshold().tiers("red >300 336", "yellow >300 1"));
        check(threshold().tiers(), "tiers: has no severity");
        check(threshold().tiers("red >300 1").ladder("blue 60/50"), "ladder: this kind has tiers instead");
        draft.kind = RuleKind.THRESHOLD;
        check(draft.ladder("blue 60/50"), "tiers: this kind has a ladder instead");
    }

    @Test
    void refusesSettingsThatAreMissingUnknownOrNotWhole() {
        check(
                RuleDraft.of(RuleKind.RATE_OF_CHANGE, "blue 60/50"),
                "settings.period_minutes: rules of kind rate_of_change need it");
        check(
                RuleDraft.of(RuleKind.RATE_OF_CHANGE, "blue 60/50")
                        .setting("period_minutes", "0.5")
                        .setting("periods", "0"),
                "settings.periods: 0 is not a whole number of at least 1",
                "settings.period_minutes: 0.5 is not a whole number of at least 1");
        check(
                RuleDraft.of(RuleKind.RATE_OF_CHANGE, "blue 60/50")
                        .setting("period_minutes", "1")
                        .setting("tolerance_hours", "1"),
                "settings.tolerance_hours: rules of kind rate_of_change have no such setting");
        check(threshold().setting("period", "1"), "settings.period: rules of kind threshold have no such setting");
        check(RuleDraft.of(RuleKind.RATE_OF_CHANGE, "blue 60/50").setting("period_minutes", "1.0"));
        check(
                RuleDraft.of(RuleKind.RATE_OF_CHANGE, "blue 60/50").setting("period_minutes", "1.5"),
                "settings.period_minutes: 1.5 is not a whole number of at least 1");
    }

    @Test
    void refusesGroupsThatCannotRaise() {
        check(joint("blue 2/2, yellow 4/3"), "groups.region: has 3 members, so yellow at 4 could never be raised");
        RuleDraft twice = joint("blue 1/1");
        twice.groups = Map.of("region", group("510100", "510100"));
        check(twice, "groups.region: names a member twice");
        twice.groups = Map.of();
        check(twice, "groups: a joint rule needs at least one");
        RuleDraft alone = threshold();
        alone.groups = Map.of("region", group("510100"));
        alone.covers = List.of("ozone");
        alone.family = "Particles";
        check(
                alone,
                "family: 'Particles' is not of lower-case letters, digits, - and _, 64 at most",
                "groups: are for rules of kind joint only",
                "covers: is for rules of kind joint only");
        RuleDraft named = joint("blue 1/1");
        named.groups = Map.of("区域", group("510100"));
        check(named, "groups.区域: '区域' is not of lower-case letters, digits, - and _, 64 at most");
    }

    @Test
    void refusesTextsThatCannotBeFilled() {
        RuleDraft draft = threshold();
        draft.texts = new AlertTexts(" ", "{entiy} high", "{entity", "value}");
        check(
                draft,
                "title_zh: is empty",
                "title_en: there is no placeholder {entiy}; known are"
                        + " [at, entity, expected, severity, since, state, threshold, value]",
                "text_zh: a brace has no partner",
                "text_en: a brace has no partner");
    }

    @Test
    void kindsHaveNoDefaultForWhatMustBeTold() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> RuleKind.JOINT.defaultOf("limit"))
                .hasMessage("joint has no setting 'limit' to fall back on");
        assertThat(RuleKind.RIVER_PROPAGATION.defaultOf("tolerance_hours")).isEqualTo("12");
        assertThat(threshold().build().greatestRaise()).isEqualTo(new BigDecimal("80"));
    }

    private static AlertGroup group(String... members) {
        return new AlertGroup("区域", "Region", List.of(members));
    }

    private static RuleDraft joint(String ladder) {
        RuleDraft draft = RuleDraft.of(RuleKind.JOINT, ladder).setting("limit", "150.5");
        draft.groups = Map.of("region", group("510100", "510600", "511400"));
        return draft;
    }

    static void check(RuleDraft draft, String... problems) {
        assertThat(RuleCheck.problems(draft.build()).stream().map(RuleProblem::toString))
                .containsExactly(problems);
    }
}
