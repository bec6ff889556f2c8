package org.tongcheng.local.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.local.diff.TestSide.HOUR;
import static org.tongcheng.local.diff.TestSide.NOON;
import static org.tongcheng.local.diff.TestSide.everything;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.diff.Side.Origin;
import org.tongcheng.local.diff.Side.Times;
import org.tongcheng.local.diff.StandingAlerts.Moment;
import org.tongcheng.local.diff.StandingAlerts.Rule;
import org.tongcheng.local.diff.StandingAlerts.Told;

class StandingAlertsTest {

    private static final Set<Feed> ALL = Set.of(Feed.values());

    @Test
    void alertsAreWhatStandsInTheEnd() {
        Told fired = told("1", "a", "firing", "yellow", new Moment(0, NOON));
        Told rose = told("1", "a", "firing", "red", new Moment(1, NOON + HOUR));
        Told wrong = told("2", "b", "firing", "red", new Moment(0, NOON));
        Told takenBack = told("2", "b", "retracted", "red", new Moment(1, NOON + HOUR));
        TestSide live = alerts(fired, rose, wrong, takenBack);

        assertThat(live.against(alerts(rose), everything()).equal()).isTrue();
        assertThat(live.against(alerts(fired), everything()).text())
                .contains("alerts rule_id=a entity_kind=city entity_id=510100 2026-03-05T12:00:00+08:00:"
                        + " severity is \"red\" in A, \"yellow\" in B");
        assertThat(alerts(fired, wrong)
                        .against(alerts(fired), everything())
                        .found()
                        .differences())
                .singleElement()
                .extracting(Difference::kind)
                .isEqualTo(Difference.Kind.ONLY_IN_A);
    }

    @Test
    void alertsAreFollowedUpToTheEndOfARunOnly() {
        Told fired = told("1", "a", "firing", "yellow", new Moment(0, NOON));
        Told ended = told("1", "a", "resolved", "yellow", new Moment(1, NOON + 3 * HOUR));
        Origin run = new Origin(new Times(NOON - HOUR, NOON + HOUR), ALL);

        assertThat(alerts(fired)
                        .with(run)
                        .against(alerts(fired, ended), everything())
                        .equal())
                .isTrue();
        assertThat(alerts(fired).against(alerts(fired, ended), everything()).equal())
                .isFalse();
    }

    @Test
    void alertsOfAJobThatBeganAnewStandAsItsRecordsSay() {
        Told fired = told("1", "a", "firing", "yellow", new Moment(0, NOON));
        Told rose = told("1", "a", "firing", "red", new Moment(1, NOON + HOUR));
        Told ended = told("1", "a", "resolved", "red", new Moment(2, NOON + 2 * HOUR));
        Told endedAnew = told("1", "a", "resolved", "red", new Moment(1, NOON + 3 * HOUR));

        assertThat(alerts(fired, rose, fired, ended)
                        .against(alerts(ended), everything())
                        .equal())
                .isTrue();
        assertThat(alerts(fired, rose, fired, endedAnew)
                        .against(alerts(endedAnew), everything())
                        .equal())
                .isTrue();
    }

    @Test
    void alertsThatCorrectionsMovedOrMergedAreThoseThatTheValuesGive() {
        Told fired = told("1", "a", "firing", "yellow", new Moment(0, NOON));
        Told moved = told("1", "a", NOON - HOUR, "firing", "", new Moment(1, NOON + HOUR));
        Told other = told("2", "a", NOON + HOUR, "resolved", "cleared", new Moment(0, NOON + HOUR));
        Told merged = told("2", "a", NOON + HOUR, "resolved", "merged", new Moment(1, NOON + 2 * HOUR));
        Told settled = told("3", "a", NOON - HOUR, "firing", "", new Moment(0, NOON - HOUR));

        assertThat(alerts(fired, moved, other, merged)
                        .against(alerts(settled), everything())
                        .equal())
                .isTrue();
        assertThat(alerts(fired, other, merged)
                        .against(alerts(settled), everything())
                        .equal())
                .isFalse();
        assertThat(alerts(fired, moved, other)
                        .against(alerts(settled), everything())
                        .equal())
                .isFalse();
    }

    @Test
    void whatACorrectionEndedIsClear() {
        Told corrected = told("1", "a", NOON, "resolved", "data_corrected", new Moment(0, NOON));
        Told cleared = told("1", "a", NOON, "resolved", "cleared", new Moment(0, NOON));
        Told expired = told("1", "a", NOON, "resolved", "expired", new Moment(0, NOON));

        assertThat(alerts(corrected).against(alerts(cleared), everything()).equal())
                .isTrue();
        assertThat(alerts(corrected).against(alerts(expired), everything()).text())
                .contains("end_reason is \"cleared\" in A, \"expired\" in B");
    }

    private static Told told(String id, String rule, long beganAt, String state, String endReason, Moment moment) {
        return new Told(id, new Rule(rule, 1, "city", "510100"), beganAt, state, "yellow", endReason, moment);
    }

    private static Told told(String id, String rule, String state, String severity, Moment moment) {
        return new Told(
                id,
                new Rule(rule, 1, "city", "510100"),
                NOON,
                state,
                severity,
                state.equals("resolved") ? "cleared" : "",
                moment);
    }

    private static TestSide alerts(Told... told) {
        return new TestSide("memory", List.of(), Arrays.asList(told), Origin.UNKNOWN);
    }
}
