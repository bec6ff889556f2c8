package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.AlertState.FIRING;
import static org.tongcheng.domain.alert.AlertState.MUTED;
import static org.tongcheng.domain.alert.AlertState.RECOVERING;
import static org.tongcheng.domain.alert.AlertState.RESOLVED;
import static org.tongcheng.domain.alert.AlertState.RETRACTED;
import static org.tongcheng.domain.alert.Told.handled;
import static org.tongcheng.domain.alert.Told.hour;
import static org.tongcheng.domain.alert.Told.told;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.time.BusinessTime;

final class AlertDayTest {

    private static AlertStory story(AlertTransition... records) {
        AlertStory story = null;
        for (AlertTransition issued : records) {
            story = AlertStory.after(story, issued);
        }
        return Objects.requireNonNull(story);
    }

    private static AlertTransition acted(double hour, HandlingStatus status, ActionKind kind, double when) {
        return told(FIRING, Severity.YELLOW, hour, handled(status, kind, when));
    }

    private static AlertDay day(int number, AlertStory... stories) {
        return AlertDay.of(List.of(stories), hour(24 * number), hour(24 * number + 24), BusinessTime.HOUR);
    }

    private static AlertDay counts(
            long found, long resolved, long retracted, @Nullable String median, HandlingCounts handling) {
        return new AlertDay(found, resolved, retracted, median == null ? null : new BigDecimal(median), handling);
    }

    @Test
    void belongsToEveryDayOnWhichItGoesOn() {
        AlertStory story = story(told(FIRING, 2), told(RECOVERING, 30), told(RESOLVED, 50));

        assertThat(day(0, story)).isEqualTo(counts(1, 0, 0, null, new HandlingCounts(1, 0, 0, 1)));
        assertThat(day(1, story)).isEqualTo(counts(0, 0, 0, null, new HandlingCounts(1, 0, 0, 1)));
        assertThat(day(2, story)).isEqualTo(counts(0, 1, 0, "176400.000", new HandlingCounts(1, 0, 0, 1)));
        assertThat(day(3, story).isEmpty()).isTrue();
        assertThat(day(-1, story).isEmpty()).isTrue();
        assertThat(story.open()).isFalse();
        assertThat(story.turnedAt()).isEqualTo(hour(50));
    }

    @Test
    void whatIsRetractedIsNobodysWork() {
        AlertStory story = story(told(FIRING, 2), told(RETRACTED, 3));

        assertThat(day(0, story)).isEqualTo(counts(1, 0, 1, null, new HandlingCounts(0, 0, 0, 0)));
        assertThat(day(1, story).isEmpty()).isTrue();
    }

    @Test
    void isResolvedAsItStandsAtTheEndOfTheDay() {
        AlertStory again = story(told(FIRING, 2), told(RESOLVED, 3), told(FIRING, 4));
        assertThat(day(0, again).resolved()).isZero();
        assertThat(again.open()).isTrue();

        AlertStory twice = story(told(FIRING, 2), told(RESOLVED, 3), told(MUTED, 25), told(RESOLVED, 26));
        assertThat(day(0, twice).timeToResolve()).isEqualByComparingTo("7200");
        assertThat(day(1, twice).timeToResolve()).isEqualByComparingTo("90000");
        assertThat(day(1, twice).found()).isZero();
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        AlertStory two = story(told(FIRING, 2), told(RESOLVED, 3));
        AlertStory five = story(told(FIRING, 2), told(RESOLVED, 6));
        AlertStory nine = story(told(FIRING, 2), told(RESOLVED, 10));

        assertThat(day(0, two, five).timeToResolve()).isEqualByComparingTo("12600");
        assertThat(day(0, nine, two, five).timeToResolve()).isEqualByComparingTo("18000");
    }

    @Test
    void staffsStepsCountFromWhenTheyDateThem() {
        AlertStory story = story(
                told(FIRING, 2),
                acted(24.5, HandlingStatus.ACKNOWLEDGED, ActionKind.ACK, 23.5),
                acted(30, HandlingStatus.RECTIFIED, ActionKind.RECTIFIED, 30));

        assertThat(day(0, story).handling()).isEqualTo(new HandlingCounts(0, 1, 0, 0));
        assertThat(day(1, story).handling()).isEqualTo(new HandlingCounts(0, 0, 1, 0));
    }

    @Test
    void whatFiredAgainIsOpenFromThen() {
        AlertStory story = story(
                told(FIRING, 2),
                acted(3, HandlingStatus.RECTIFIED, ActionKind.RECTIFIED, 3),
                acted(26, HandlingStatus.OPEN, ActionKind.RECTIFIED, 3));

        assertThat(day(0, story).handling().rectified()).isEqualTo(1);
        assertThat(day(1, story).handling()).isEqualTo(new HandlingCounts(1, 0, 0, 1));
    }

    @Test
    void isOverdueOnlyOnceTheTimeIsUp() {
        AlertStory late = story(told(FIRING, 23.5));

        assertThat(AlertDay.of(List.of(late), hour(0), hour(24), 23 * BusinessTime.HOUR)
                        .handling())
                .isEqualTo(new HandlingCounts(1, 0, 0, 0));
    }
}
