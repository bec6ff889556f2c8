package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.RuleDraft.hour;
import static org.tongcheng.domain.alert.RuleDraft.samples;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.time.BusinessTime;

class AlertMachineTest {

    @Test
    void tellsOnsetTimeValueThresholdAndEvidenceOfEachChange() {
        AlertFold fold = fold(threshold().waits(1, 1), "40 61 73 64 50 49 48");

        assertThat(fold.episodes()).hasSize(1);
        AlertEpisode episode = fold.episodes().get(0);
        assertThat(episode.onset()).isEqualTo(hour(1));
        assertThat(episode.end()).isEqualTo(hour(5));
        assertThat(episode.changes())
                .containsExactly(
                        change(AlertState.FIRING, Severity.YELLOW, 2, "73", "70", null),
                        change(AlertState.RECOVERING, Severity.YELLOW, 4, "50", "60", null),
                        change(AlertState.RESOLVED, Severity.YELLOW, 5, "49", "60", EndReason.CLEARED));
    }

    @Test
    void fallingToALowerSeverityIsToldWithItsRaiseThreshold() {
        assertThat(fold(threshold(), "85 62").episodes().get(0).last())
                .isEqualTo(change(AlertState.FIRING, Severity.BLUE, 1, "62", "60", null));
    }

    @Test
    void aSuspendedAlertIsToldWithItsClearThreshold() {
        assertThat(fold(threshold(), "85 m99").episodes().get(0).last())
                .isEqualTo(change(AlertState.MUTED, Severity.ORANGE, 1, "99", "70", null));
        assertThat(fold(threshold(), "85 x").episodes().get(0).last().state()).isEqualTo(AlertState.NO_DATA);
    }

    @Test
    void anAlertThatIsRaisedAgainIsAnother() {
        AlertFold fold = fold(threshold(), "61 40 61 62 40 73");

        assertThat(fold.episodes()).extracting(AlertEpisode::onset).containsExactly(hour(0), hour(2), hour(5));
        assertThat(fold.episodes()).extracting(AlertEpisode::open).containsExactly(false, false, true);
        assertThat(fold.episodes().get(2).end()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void countsHowOftenItRoseAgainAfterAFall() {
        AlertFold fold = fold(threshold(), "61 73 85 73 72 62 73 40 61 73");

        assertThat(fold.episodes().get(0).changes())
                .extracting(AlertChange::flaps)
                .containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(fold.episodes().get(1).changes())
                .extracting(AlertChange::flaps)
                .containsExactly(2, 2);
    }

    @Test
    void aRecoveryThatIsInterruptedIsAFlap() {
        assertThat(fold(threshold().waits(0, 9), "61 40 61 40 61")
                        .episodes()
                        .get(0)
                        .last()
                        .flaps())
                .isEqualTo(2);
    }

    @Test
    void comingBackFromNoDataIsNoFlap() {
        assertThat(fold(threshold(), "85 62 x 62").episodes().get(0).last().flaps())
                .isZero();
        assertThat(fold(threshold(), "85 62 x 73").episodes().get(0).last().flaps())
                .isEqualTo(1);
        assertThat(fold(threshold(), "85 x 62 73").episodes().get(0).last().flaps())
                .isEqualTo(1);
    }

    @Test
    void flapsAreForgottenAfterADay() {
        AlertMemory memory = fold(threshold(), "61 40 61 40 30").memory();
        assertThat(memory.rises()).containsExactly(hour(2));
        assertThat(memory.fellAt()).isEqualTo(hour(3));

        assertThat(memory.at(hour(26) - 1)).isSameAs(memory);
        assertThat(memory.at(hour(26)).rises()).isEmpty();
        assertThat(memory.at(hour(26)).fellAt()).isEqualTo(hour(3));
        assertThat(memory.at(hour(27) - 1).fellAt()).isEqualTo(hour(3));
        assertThat(memory.at(hour(27))).isEqualTo(AlertMemory.QUIET);
        assertThat(threshold()
                        .machine()
                        .step(memory, Sample.of(hour(30), BigDecimal.ONE))
                        .memory())
                .isEqualTo(AlertMemory.QUIET);
        assertThat(threshold().machine().step(memory, Sample.missing(hour(30))).memory())
                .isEqualTo(AlertMemory.QUIET);
    }

    @Test
    void keepsNoMoreThanTheLastTwentyRises() {
        String flapping = "61 40 ".repeat(12);
        AlertFold fold = AlertFold.of(threshold().machine(), AlertMemory.QUIET, minutes(flapping.repeat(2)));

        assertThat(fold.memory().rises()).hasSize(AlertMemory.MOST_RISES);
        assertThat(fold.memory().rises().get(19)).isEqualTo(RuleDraft.START + 46 * BusinessTime.MINUTE);
        assertThat(fold.memory().rises().get(0)).isEqualTo(RuleDraft.START + 8 * BusinessTime.MINUTE);
    }

    @Test
    void whatFiresAgainWithinADayOfBeingRectifiedIsToldOneSeverityHigher() {
        AlertFold fold = fold(threshold(), "61 40 61 73 85 62 40", hour(1));

        assertThat(fold.episodes().get(0).changes())
                .extracting(AlertChange::severity)
                .containsOnly(Severity.BLUE);
        assertThat(fold.episodes().get(1).changes())
                .extracting(AlertChange::severity)
                .containsExactly(Severity.YELLOW, Severity.ORANGE, Severity.RED, Severity.YELLOW, Severity.YELLOW);
        assertThat(fold.episodes().get(1).changes().get(0).threshold()).isEqualTo("60");
    }

    @Test
    void rectifiedCountsForADayAndNotBackwards() {
        assertThat(firstSeverity(hour(0))).isEqualTo(Severity.YELLOW);
        assertThat(firstSeverity(hour(0) + 1)).isEqualTo(Severity.BLUE);
        assertThat(firstSeverity(hour(-24))).isEqualTo(Severity.BLUE);
        assertThat(firstSeverity(hour(-24) + 1)).isEqualTo(Severity.YELLOW);
    }

    @Test
    void whatGoesOnFiringIsNotToldHigherButWhatFiresAgainInItsRecoveryIs() {
        assertThat(fold(threshold(), "61 73", hour(0) + 1)
                        .episodes()
                        .get(0)
                        .last()
                        .severity())
                .isEqualTo(Severity.YELLOW);
        assertThat(fold(threshold().waits(0, 9), "61 40 61", hour(0) + 1)
                        .episodes()
                        .get(0)
                        .last()
                        .severity())
                .isEqualTo(Severity.YELLOW);
        assertThat(fold(threshold(), "61 x 61", hour(0) + 1)
                        .episodes()
                        .get(0)
                        .last()
                        .severity())
                .isEqualTo(Severity.BLUE);
        assertThat(fold(threshold().waits(0, 9), "61 x 61 40 61 x 61 40", hour(0) + 1)
                        .episodes()
                        .get(0)
                        .last()
                        .severity())
                .isEqualTo(Severity.YELLOW);
    }

    @Test
    void nothingIsToldWhenTheHigherSeverityIsTheSame() {
        RuleDraft draft = threshold().ladder("orange 60/50, red 70/60");

        assertThat(fold(draft, "61 73 61", hour(0)).episodes().get(0).changes())
                .extracting(AlertChange::severity)
                .containsExactly(Severity.RED);
        assertThat(fold(draft, "61 73 59", hour(0)).memory().state()).isEqualTo(AlertState.OK);
    }

    @Test
    void goesOnFromAnOpenBaseAsItStood() {
        AlertMachine machine = threshold().machine();
        AlertMemory base = fold(threshold(), "61 73 x").memory();
        AlertFold fold = AlertFold.of(machine, base, List.of(Sample.of(hour(3), new BigDecimal("40"))));

        assertThat(fold.episodes()).hasSize(1);
        assertThat(fold.episodes().get(0).onset()).isEqualTo(hour(0));
        assertThat(fold.episodes().get(0).changes())
                .containsExactly(
                        AlertChange.undecided(AlertState.NO_DATA, Severity.YELLOW, hour(0), null),
                        new AlertChange(
                                AlertState.RESOLVED,
                                Severity.YELLOW,
                                hour(3),
                                new BigDecimal("40"),
                                new BigDecimal("60"),
                                List.of(),
                                0,
                                EndReason.CLEARED));
    }

    @Test
    void anAlertEndsWithTheReasonOfItsSample() {
        Sample last = new Sample(hour(1), BigDecimal.ONE, null, false, List.of(), EndReason.CONFIRMED);
        AlertMemory firing = fold(threshold(), "61").memory();

        assertThat(threshold().machine().step(firing, last).change().endReason())
                .isEqualTo(EndReason.CONFIRMED);
    }

    private static Severity firstSeverity(long rectified) {
        return fold(threshold(), "61", rectified).episodes().get(0).last().severity();
    }

    private static AlertFold fold(RuleDraft draft, String values, Long... rectified) {
        return AlertFold.of(draft.machine(rectified), AlertMemory.QUIET, samples(values));
    }

    private static List<Sample> minutes(String values) {
        return samples(values).stream()
                .map(sample -> Sample.of(RuleDraft.START + (sample.time() - RuleDraft.START) / 60, sample.value()))
                .toList();
    }

    private static AlertChange change(
            AlertState state, Severity severity, int hour, String value, String threshold, EndReason reason) {
        BigDecimal number = new BigDecimal(value);
        return new AlertChange(
                state,
                severity,
                hour(hour),
                number,
                new BigDecimal(threshold),
                List.of(new Evidence("1431A", hour(hour), number)),
                0,
                reason);
    }
}
