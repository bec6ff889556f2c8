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

    private static Told told(String id, String rule, String state, String severity, Moment moment) {
        return new Told(id, new Rule(rule, 1, "city", "510100"), NOON, state, severity, null, moment);
    }

    private static TestSide alerts(Told... told) {
        return new TestSide("memory", List.of(), Arrays.asList(told), Origin.UNKNOWN);
    }
}
