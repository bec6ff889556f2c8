package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.alert.RuleDraft.STATION;
import static org.tongcheng.domain.alert.RuleDraft.hour;
import static org.tongcheng.domain.alert.RuleDraft.threshold;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.time.BusinessTime;

class AlertTransitionTest {

    private static final TextRendering RENDERING = new TextRendering(RuleDraft.CHENGDU);

    @Test
    void anIdIsTheHashOfRuleVersionEntityAndOnset() {
        String id = AlertId.of(threshold().build(), STATION, hour(0));

        assertThat(id).isEqualTo("1d1519d2c9993a74739970d10bcdd83e").matches("[0-9a-f]{32}");
        assertThat(AlertId.of(threshold().waits(2, 2).build(), STATION, hour(0)))
                .isEqualTo(id);
    }

    @Test
    void anIdIsAnotherWhenAnyOfThemIs() {
        RuleDraft version = threshold();
        version.version = 2;
        RuleDraft other = threshold();
        other.id = "other";
        AlertEntity city = new AlertEntity(EntityKind.CITY, "1431A", "", "", "510100");
        AlertEntity neighbour = new AlertEntity(EntityKind.AIR_STATION, "1432A", "", "", "510100");
        List<String> ids = List.of(
                AlertId.of(threshold().build(), STATION, hour(0)),
                AlertId.of(threshold().build(), STATION, hour(1)),
                AlertId.of(threshold().build(), city, hour(0)),
                AlertId.of(threshold().build(), neighbour, hour(0)),
                AlertId.of(version.build(), STATION, hour(0)),
                AlertId.of(other.build(), STATION, hour(0)));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void tellsAllThatTheTopicNeeds() {
        AlertChange change = new AlertChange(
                AlertState.RESOLVED,
                Severity.YELLOW,
                hour(5),
                new BigDecimal("40.50"),
                new BigDecimal("60"),
                List.of(new Evidence("1431A", hour(5), new BigDecimal("40.50"))),
                2,
                EndReason.CLEARED);
        RuleDraft draft = threshold();
        draft.texts = new AlertTexts("{entity}{severity}", "{entity} {severity}", "{value}/{threshold}", "{state}");
        AlertTransition transition = AlertTransition.of(
                draft.build(), STATION, "linkage/plain", new IssuedChange(hour(2), 3, hour(1), change), RENDERING);

        assertThat(transition)
                .isEqualTo(new AlertTransition(
                        AlertId.of(draft.build(), STATION, hour(2)),
                        "pm2_5-high",
                        1,
                        "particles",
                        "linkage/plain",
                        draft.build().input().measurement(),
                        AlertState.RESOLVED,
                        Severity.YELLOW,
                        STATION,
                        hour(2),
                        hour(1),
                        hour(5),
                        3,
                        new BigDecimal("40.50"),
                        new BigDecimal("60"),
                        new AlertTexts("金泉两河黄色", "Jinquan Lianghe yellow", "40.5/60", "resolved"),
                        change.evidence(),
                        2,
                        EndReason.CLEARED,
                        null));
        AlertHandling handling = AlertHandling.fresh(hour(2));
        assertThat(transition.with(handling).handling()).isEqualTo(handling);
        assertThat(transition.with(handling).with(null)).isEqualTo(transition);
    }

    @Test
    void fillsEveryPlaceholderInBothLanguages() {
        AlertChange change = new AlertChange(
                AlertState.NO_DATA,
                Severity.RED,
                hour(5),
                null,
                new BigDecimal("0.00"),
                List.of(
                        new Evidence("a", hour(5), null),
                        new Evidence("a", hour(9), null),
                        new Evidence("a", hour(7), null)),
                0,
                null);
        String all = "{entity} {severity} {state} {value} {threshold} {since} {at} {expected} {value}";
        AlertTexts texts = RENDERING.render(
                new AlertTexts(all, all, "$1 \\", "{nothing}"), STATION, new IssuedChange(hour(2), 0, hour(2), change));

        assertThat(texts)
                .isEqualTo(new AlertTexts(
                        "金泉两河 红色 无数据 - 0 2026-03-02 10:00 2026-03-02 13:00 2026-03-02 15:00 -",
                        "Jinquan Lianghe red no data - 0 2026-03-02 10:00 2026-03-02 13:00 2026-03-02 15:00 -",
                        "$1 \\",
                        "{nothing}"));
    }

    @Test
    void whatIsNotExpectedIsADash() {
        AlertChange change = AlertChange.undecided(AlertState.FIRING, Severity.BLUE, hour(1), null);
        AlertTexts texts = new AlertTexts("{expected}", "{expected}", "{value}", "{threshold}");

        assertThat(RENDERING.render(texts, STATION, new IssuedChange(hour(1), 0, hour(1), change)))
                .isEqualTo(new AlertTexts("-", "-", "-", "-"));
    }

    @Test
    void namesAreThoseOfTheWarnings() {
        assertThat(Arrays.stream(Severity.values()).map(Severity::nameZh)).containsExactly("蓝色", "黄色", "橙色", "红色");
        assertThat(Arrays.stream(Severity.values()).map(Severity::nameEn))
                .containsExactly("blue", "yellow", "orange", "red")
                .isEqualTo(
                        Arrays.stream(Severity.values()).map(Severity::wireName).toList());
        assertThat(Arrays.stream(Severity.values()).map(Severity::oneHigher))
                .containsExactly(Severity.YELLOW, Severity.ORANGE, Severity.RED, Severity.RED);
        assertThat(Arrays.stream(AlertState.values()).filter(AlertState::open))
                .containsExactly(AlertState.FIRING, AlertState.RECOVERING, AlertState.NO_DATA, AlertState.MUTED);
        assertThat(Arrays.stream(AlertState.values()).map(AlertState::nameZh))
                .containsExactly("正常", "待确认", "报警中", "恢复中", "已解除", "已撤回", "无数据", "已静默");
        assertThat(EntityKind.AIR_STATION.wireName()).isEqualTo("air_station");
        assertThat(Arrays.stream(RuleKind.values()).filter(RuleKind::judges))
                .containsExactly(RuleKind.CONSECUTIVE_DURATION, RuleKind.RIVER_PROPAGATION);
        assertThat(Objects.requireNonNull(threshold().build().clearThreshold(Severity.BLUE)))
                .isEqualTo("50");
        assertThat(threshold().build().clearThreshold(Severity.RED)).isNull();
    }

    @Test
    void aScheduleCoversItsHoursOfItsDays() {
        AlertSchedule weekdays = new AlertSchedule(java.util.Set.of(java.time.DayOfWeek.MONDAY), 9, 11);
        assertThat(List.of(hour(0), hour(1), hour(2), hour(3), hour(25)))
                .map(moment -> weekdays.covers(moment, RuleDraft.CHENGDU))
                .containsExactly(false, true, true, false, false);
        AlertSchedule nights = new AlertSchedule(AlertSchedule.ALWAYS.days(), 22, 6);
        assertThat(List.of(hour(0), hour(13), hour(14), hour(21), hour(22)))
                .map(moment -> nights.covers(moment, RuleDraft.CHENGDU))
                .containsExactly(false, false, true, true, false);
        AlertSchedule whole = new AlertSchedule(AlertSchedule.ALWAYS.days(), 8, 8);
        assertThat(whole.covers(hour(0), RuleDraft.CHENGDU)).isTrue();
        assertThat(whole.covers(hour(-1), RuleDraft.CHENGDU)).isTrue();
    }

    @Test
    void aScheduleOpensWhereItDidNotCoverTheMomentBefore() {
        AlertSchedule days = new AlertSchedule(AlertSchedule.ALWAYS.days(), 7, 22);
        assertThat(days.openings(hour(0), hour(48), RuleDraft.CHENGDU)).containsExactly(hour(23), hour(47));
        assertThat(days.openings(hour(23), hour(47) - 1, RuleDraft.CHENGDU)).containsExactly(hour(23));
        assertThat(days.openings(hour(8), hour(7), RuleDraft.CHENGDU)).isEmpty();
        assertThat(AlertSchedule.ALWAYS.openings(hour(0), hour(48), RuleDraft.CHENGDU))
                .isEmpty();

        AlertSchedule nights = new AlertSchedule(java.util.Set.of(java.time.DayOfWeek.MONDAY), 22, 6);
        AlertSchedule whole = new AlertSchedule(java.util.Set.of(java.time.DayOfWeek.MONDAY), 8, 8);
        long monday = RuleDraft.CHENGDU.startOf(java.time.LocalDate.of(2026, 3, 9));
        long week = 7 * BusinessTime.DAY - 1;
        assertThat(nights.openings(monday, monday + week, RuleDraft.CHENGDU))
                .containsExactly(monday, monday + 22 * BusinessTime.HOUR);
        assertThat(whole.openings(monday, monday + week, RuleDraft.CHENGDU)).containsExactly(monday);
    }
}
