package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Values, hour by hour, and how the machine stands after each: written by hand. A severity alone means firing with it;
 * {@code ~blue} recovering, {@code ?blue} no data, {@code #blue} muted.
 */
class AlertTablesTest {

    private static final String ONE = "blue 60/50";

    @Test
    void leavingASeverityFallsToTheHighestOneThatIsStillRaised() {
        check(threshold(), "61 73 64 85 62 56 47", "blue yellow yellow orange blue blue ok");
    }

    @Test
    void aValueAtTheRaiseThresholdDoesNotRaiseAndOneAtTheClearThresholdClears() {
        check(threshold().ladder(ONE), "60 60.1 50.1 50", "ok blue blue ok");
    }

    @Test
    void fallsOutOfAHighSeverityAtOnceWhereNoLowerOneIsRaised() {
        check(threshold(), "85 60 85 70.5 70 71 60.5 60 51", "orange ok orange orange blue yellow yellow ok ok");
    }

    @Test
    void waitsUntilTheRaiseThresholdWasMetForLongEnough() {
        check(threshold().waits(2, 0), "61 62 63 64 40", "pending pending blue blue ok");
    }

    @Test
    void aValueThatMeetsNoRaiseThresholdEndsTheWaitThoughItIsNotCleared() {
        check(threshold().waits(2, 0), "61 62 59 61 62 61", "pending pending ok pending pending blue");
    }

    @Test
    void severityChangesWithoutWaiting() {
        check(threshold().waits(2, 2), "61 85 75 85 71 64", "pending pending yellow orange orange blue");
    }

    @Test
    void endsOnlyWhenTheValuesWereClearForLongEnough() {
        check(threshold().ladder(ONE).waits(0, 2), "61 50 49 48 61", "blue ~blue ~blue ok blue");
    }

    @Test
    void aValueThatIsNotClearInterruptsTheRecovery() {
        check(threshold().ladder(ONE).waits(0, 2), "61 50 51 50 50 49", "blue ~blue blue ~blue ~blue ok");
    }

    @Test
    void recoveryIsMeasuredByTheSeverityThatWasLeft() {
        check(
                threshold().waits(0, 2),
                "85 55 55 55 85 55 61 55 50",
                "orange ~orange ~orange ok orange ~orange blue blue ~blue");
    }

    @Test
    void missingValuesKeepTheSeverityAndRestartTheRecovery() {
        check(
                threshold().waits(0, 1),
                "73 x x 65 50 x 50 49",
                "yellow ?yellow ?yellow yellow ~yellow ?yellow ~yellow ok");
    }

    @Test
    void missingValuesRaiseNothingAndDoNotEndTheWait() {
        check(threshold().waits(2, 0), "x 61 x x 62 40 x", "ok pending pending pending blue ok ok");
    }

    @Test
    void maintenanceMutesAnAlertAndRaisesNone() {
        check(threshold(), "m99 61 m99 m40 x m40 73 m61 47", "ok blue #blue #blue ?blue #blue yellow #yellow ok");
    }

    @Test
    void maintenanceEndsTheWait() {
        check(threshold().waits(1, 0), "61 m62 63 64", "pending ok pending blue");
    }

    @Test
    void tooLittleIsJudgedTheOtherWayRound() {
        check(
                threshold().ladder("yellow 5/5.5, orange 3/4, red 2/2").direction(Direction.BELOW),
                "5 4.9 3 2.9 3.9 4 5.4 5.5 1.9 2",
                "ok yellow yellow orange orange yellow yellow ok red orange");
    }

    @Test
    void aThresholdToBeReachedIsMetByItself() {
        check(threshold().ladder("red 500/450").direction(Direction.AT_LEAST), "499 500 450 449", "ok red red ok");
        check(threshold().ladder("red 2/3").direction(Direction.AT_MOST), "2.1 2 3 3.1", "ok red red ok");
    }

    @Test
    void outsideItsScheduleARuleIsMuted() {
        RuleDraft draft = threshold();
        draft.schedule = new AlertSchedule(AlertSchedule.ALWAYS.days(), 9, 11);
        check(draft, "61 61 61 61 61", "ok blue blue #blue #blue");
    }

    static void check(RuleDraft draft, String values, String expected) {
        List<String> stands = new ArrayList<>();
        AlertMachine machine = draft.machine();
        AlertMemory memory = AlertMemory.QUIET;
        AlertMemory before = memory;
        for (Sample sample : RuleDraft.samples(values)) {
            AlertStep step = machine.step(memory, sample);
            before = memory;
            memory = step.memory();
            stands.add(shown(memory));
            boolean tells = !shown(before).equals(shown(memory))
                    && (before.state().open() || memory.state().open());
            assertThat(step.change() != null).as("tells of %s", sample).isEqualTo(tells);
        }
        assertThat(stands).isEqualTo(Arrays.asList(expected.split(" ", -1)));
    }

    private static String shown(AlertMemory memory) {
        String severity = String.valueOf(memory.toldSeverity()).toLowerCase(Locale.ROOT);
        return switch (memory.state()) {
            case FIRING -> severity;
            case RECOVERING -> "~" + severity;
            case NO_DATA -> "?" + severity;
            case MUTED -> "#" + severity;
            default -> memory.state().wireName();
        };
    }
}
