package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SurgeSamplesTest {

    private static final long WEEK = 7 * 24 * 3_600_000L;

    @Test
    void comparesWithTheMedianOfTheSameWeekdayHour() {
        SlotHistory history = history("100 110 90 105 95 100 120 80");

        assertThat(times("250", 8, history, "1")).isEqualTo("2.50");
        assertThat(times("33.33", 8, history, "1")).isEqualTo("0.33");
    }

    @Test
    void oddWeeksDoNotMoveWhatIsUsual() {
        SlotHistory odd = history("100 100 5000 100 0 100 9000 100");

        assertThat(times("250", 8, odd, "1")).isEqualTo("2.50");
    }

    @Test
    void theMedianOfAnEvenNumberLiesInTheMiddle() {
        assertThat(history("10 20 30 41").usual(Long.MAX_VALUE, 1)).isEqualByComparingTo("25");
        assertThat(history("10 20 31.5").usual(Long.MAX_VALUE, 1)).isEqualByComparingTo("20");
        assertThat(history("0.01 0.02").usual(Long.MAX_VALUE, 1)).isEqualByComparingTo("0.015");
    }

    @Test
    void looksAtTheLastEightWeeksBeforeOnly() {
        SlotHistory history = history("1 1 1 1 9 9 9 9 9 9 9 9 9");

        assertThat(history.usual(week(12), 8)).isEqualByComparingTo("9");
        assertThat(history.usual(week(8), 8)).isEqualByComparingTo("5");
        assertThat(history.usual(week(8) + 1, 8)).isEqualByComparingTo("9");
        assertThat(history.usual(week(0), 1)).isNull();
        assertThat(history.usual(week(0), 0)).isNull();
    }

    @Test
    void keepsThirteenWeeks() {
        SlotHistory history = history("1 2 3 4 5 6 7 8 9 10 11 12 13 14");

        assertThat(history.readings()).hasSize(13);
        assertThat(history.readings().get(0).time()).isEqualTo(week(1));
        assertThat(history.with(reading(0, "1"))).isEqualTo(history);
    }

    @Test
    void aCorrectionTakesThePlaceOfTheOldValue() {
        SlotHistory history = history("1 2 3").with(reading(1, "7"));

        assertThat(history.readings())
                .extracting(Reading::value)
                .containsExactly(number("1"), number("7"), number("3"));
        assertThat(history.with(reading(1, null)).readings()).hasSize(2);
        assertThat(history.with(new Reading(week(1), number("7"), true)).readings())
                .hasSize(2);
    }

    @Test
    void isMissingUntilEnoughWeeksAreKnown() {
        assertThat(times("250", 5, history("100 100 100 100 100"), "0.625")).isEqualTo("2.50");
        assertThat(times("250", 5, history("100 100 100 100 100"), "0.626")).isNull();
        assertThat(times("250", 5, history("100"), "0")).isEqualTo("2.50");
        assertThat(times("250", 5, SlotHistory.EMPTY, "0")).isNull();
        assertThat(times(null, 5, history("100 100 100 100 100"), "0.5")).isNull();
    }

    @Test
    void whereNextToNothingIsUsualTheLeastUsualStands() {
        assertThat(times("5", 4, history("0 0 0 0"), "0.5")).isEqualTo("5.00");
        AlertRule rule = RuleDraft.of(RuleKind.SURGE, "blue 2/1.5")
                .setting("least_usual", "10")
                .complete("0")
                .build();
        assertThat(SurgeSamples.at(rule, "K9", reading(4, "5"), history("3")).value())
                .isEqualTo("0.50");
        assertThat(SurgeSamples.at(rule, "K9", reading(4, "5"), history("20")).value())
                .isEqualTo("0.25");
    }

    @Test
    void aSampleShowsItsReading() {
        Sample sample = SurgeSamples.at(
                RuleDraft.of(RuleKind.SURGE, "blue 2/1.5").build(),
                "K9",
                new Reading(week(1), number("5"), true),
                SlotHistory.EMPTY);

        assertThat(sample)
                .isEqualTo(
                        new Sample(week(1), null, null, true, List.of(new Evidence("K9", week(1), number("5"))), null));
    }

    @Test
    void slotsAreTheHoursOfTheWeek() {
        assertThat(SlotHistory.slotOf(RuleDraft.START, RuleDraft.CHENGDU)).isEqualTo(8);
        assertThat(SlotHistory.slotOf(RuleDraft.hour(-8), RuleDraft.CHENGDU)).isZero();
        assertThat(SlotHistory.slotOf(RuleDraft.hour(-8) - 1, RuleDraft.CHENGDU))
                .isEqualTo(167);
    }

    @Property(tries = 300)
    void theOrderInWhichWeeksBecomeKnownDoesNotMatter(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 500) Integer> values, @ForAll Random random) {
        List<Reading> readings = new ArrayList<>();
        for (int value : values) {
            readings.add(reading(readings.size(), Integer.toString(value)));
        }
        SlotHistory inOrder = put(readings);
        Collections.shuffle(readings, random);

        assertThat(put(readings)).isEqualTo(inOrder);
    }

    @Property(tries = 300)
    void threeOddWeeksOfEightNeverMoveTheUsualBeyondTheOthers(
            @ForAll @Size(8) List<@IntRange(min = 90, max = 110) Integer> usual,
            @ForAll @Size(3) List<@IntRange(max = 100_000) Integer> odd) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            readings.add(reading(i, Integer.toString(i % 3 == 0 ? odd.get(i / 3) : usual.get(i))));
        }

        assertThat(put(readings).usual(week(8), 8)).isBetween(number("90"), number("110"));
    }

    private static BigDecimal times(String value, int week, SlotHistory history, String completeness) {
        AlertRule rule = RuleDraft.of(RuleKind.SURGE, "blue 2/1.5")
                .complete(completeness)
                .build();
        return SurgeSamples.at(rule, "K9", reading(week, value), history).value();
    }

    private static SlotHistory history(String values) {
        List<Reading> readings = new ArrayList<>();
        for (String value : values.split(" ", -1)) {
            readings.add(reading(readings.size(), value));
        }
        return put(readings);
    }

    private static SlotHistory put(List<Reading> readings) {
        SlotHistory history = SlotHistory.EMPTY;
        for (Reading reading : readings) {
            history = history.with(reading);
        }
        return history;
    }

    private static Reading reading(int week, String value) {
        return new Reading(week(week), value == null ? null : number(value), false);
    }

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }

    private static long week(int number) {
        return RuleDraft.START + number * WEEK;
    }
}
