package org.tongcheng.delivery.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.delivery.Alerts.MINUTE;
import static org.tongcheng.delivery.Alerts.ONSET;
import static org.tongcheng.delivery.Alerts.firing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.delivery.Alerts;
import org.tongcheng.delivery.alertmanager.AlertPost;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.Severity;

class AlertTellingTest {

    private static final long NOW = ONSET + 60 * MINUTE;
    private static final long LEASE = 15 * MINUTE;
    private static final AlertTelling TELLING = new AlertTelling("chengdu", ZoneId.of("Asia/Shanghai"), 2_880 * MINUTE);

    /**
     * What Alertmanager hears of an alert's life when it takes each post: a transition is its state's first letter and,
     * where it fires, its severity; a post's parts are joined by {@code +}, and {@code -} stands for nothing to tell.
     */
    @ParameterizedTest
    @CsvSource({
        "F:blue, blue",
        "F:red, red",
        "F:blue F:yellow, blue | blue ended+yellow",
        "F:orange F:blue, orange | orange ended+blue",
        "F:blue F:yellow F:red S, blue | blue ended+yellow | yellow ended+red | red ended",
        "F:blue S, blue | blue ended",
        "F:blue X, blue | blue ended",
        "F:blue R S, blue | - | blue ended",
        "F:blue R F:blue S, blue | - | blue | blue ended",
        "F:blue N M F:yellow, blue | - | - | blue ended+yellow",
        "F:blue N S, blue | - | blue ended",
        "F:blue T F:yellow, blue | - | blue ended+yellow",
        "F:blue S F:blue, blue | blue ended | blue",
        "S, -",
        "X, -",
        "R, -",
        "N, -",
        "M, -",
        "N F:blue, - | blue",
        "O P, - | -"
    })
    void tellsWhatIsWorthTelling(String life, String told) {
        OpenAlert open = null;
        List<String> heard = new ArrayList<>();
        int sequence = 0;
        for (String step : life.split(" ", -1)) {
            OpenAlert after = TELLING.after(open, transition(step, sequence++), NOW);
            if (after == null || !after.news()) {
                heard.add("-");
                open = after;
            } else {
                heard.add(parts(after.posts(NOW, LEASE)));
                open = after.ended() ? null : after.taken(NOW);
            }
        }

        assertThat(String.join(" | ", heard)).isEqualTo(told);
    }

    /** The same while Alertmanager is away from the first try on, and what it hears when it is back. */
    @ParameterizedTest
    @CsvSource({
        "F:blue, blue",
        "F:blue F:yellow F:red, blue ended+yellow ended+red",
        "F:blue F:yellow F:blue, yellow ended+blue",
        "F:blue S, blue ended",
        "F:blue F:yellow S, blue ended+yellow ended",
        "F:blue S F:orange, blue ended+orange"
    })
    void endsWhateverItMayHaveTaken(String life, String told) {
        OpenAlert open = null;
        int sequence = 0;
        for (String step : life.split(" ", -1)) {
            OpenAlert after = TELLING.after(open, transition(step, sequence++), NOW);
            open = after == null ? null : after.tried();
        }

        assertThat(open).isNotNull();
        assertThat(parts(open.posts(NOW, LEASE))).isEqualTo(told);
    }

    @Test
    void isNothingToEndWhenItWasNeverTried() {
        OpenAlert raised = TELLING.after(null, firing("a", 0, Severity.BLUE), NOW);

        assertThat(TELLING.after(raised, Alerts.ended("a", 1, AlertState.RESOLVED), NOW))
                .matches(OpenAlert::vanished);
    }

    @Test
    void anEscalationThatWasNeverTriedEndsTheSeverityThatWasTold() {
        OpenAlert blue = TELLING.after(null, firing("a", 0, Severity.BLUE), NOW).taken(NOW);
        OpenAlert yellow = TELLING.after(blue, firing("a", 1, Severity.YELLOW), NOW);
        OpenAlert ended = TELLING.after(yellow, Alerts.ended("a", 2, AlertState.RESOLVED), NOW);

        assertThat(ended.posts(NOW, LEASE)).singleElement().satisfies(post -> {
            assertThat(post.labels()).containsEntry("severity", "blue");
            assertThat(post.annotations()).doesNotContainKey("superseded_by").containsEntry("ended_as", "resolved");
        });
    }

    @Test
    void ignoresWhatItHasSeen() {
        OpenAlert open = TELLING.after(null, firing("a", 3, Severity.BLUE), NOW).taken(NOW);

        assertThat(TELLING.after(open, firing("a", 3, Severity.RED), NOW)).isSameAs(open);
        assertThat(TELLING.after(open, Alerts.ended("a", 2, AlertState.RESOLVED), NOW))
                .isSameAs(open);
    }

    @Test
    void raisesNothingForWhatIsLongPast() {
        AlertTransition firing = firing("a", 0, Severity.BLUE);

        assertThat(TELLING.after(null, firing, ONSET + 2_880 * MINUTE)).isNotNull();
        assertThat(TELLING.after(null, firing, ONSET + 2_880 * MINUTE + 1)).isNull();
        assertThat(TELLING.isTooOld(firing, ONSET + 2_880 * MINUTE + 1)).isTrue();
    }

    @Test
    void hasLabelsAndNotes() {
        OpenAlert open = TELLING.after(null, firing("a", 1, Severity.ORANGE), NOW);
        AlertPost post = open.posts(NOW, LEASE).get(0);

        assertThat(post.labels())
                .containsOnly(
                        Map.entry("alertname", "air-pm2_5"),
                        Map.entry("alert_id", "a"),
                        Map.entry("rule_id", "air-pm2_5"),
                        Map.entry("severity", "orange"),
                        Map.entry("domain", "air"),
                        Map.entry("family", "particles"),
                        Map.entry("joint", "linkage/plain"),
                        Map.entry("city_code", "510100"),
                        Map.entry("entity_kind", "air_station"),
                        Map.entry("entity_id", "1431A"),
                        Map.entry("region", "chengdu"));
        assertThat(post.annotations())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "title_zh", "橙色预警报警中",
                        "title_en", "orange warning firing",
                        "text_zh", "细颗粒物 101",
                        "text_en", "PM2.5 101",
                        "name_zh", "金泉两河",
                        "name_en", "Jinquan Lianghe",
                        "value", "101",
                        "threshold", "75",
                        "onset", "2026-03-05T10:00:00+08:00"));
    }

    @Test
    void startsWhenItIsTakenAndEndsNotBefore() {
        OpenAlert raised = TELLING.after(null, firing("a", 0, Severity.BLUE), NOW);
        assertThat(raised.posts(NOW, LEASE)).containsExactly(post(raised, NOW, NOW + LEASE));

        OpenAlert taken = raised.tried().taken(NOW + 5);
        assertThat(taken.posts(NOW + MINUTE, LEASE)).containsExactly(post(taken, NOW + 5, NOW + MINUTE + LEASE));

        OpenAlert early = TELLING.after(taken, Alerts.ended("a", 1, AlertState.RESOLVED), NOW);
        assertThat(early.posts(NOW + MINUTE, LEASE)).containsExactly(post(early, NOW + 5, NOW + 5));
        OpenAlert inTime = TELLING.after(taken, Alerts.ended("a", 61, AlertState.RESOLVED), NOW);
        assertThat(inTime.posts(NOW + 5 * MINUTE, LEASE)).containsExactly(post(inTime, NOW + 5, ONSET + 61 * MINUTE));
        OpenAlert ahead = TELLING.after(taken, Alerts.ended("a", 90, AlertState.RESOLVED), NOW);
        assertThat(ahead.posts(NOW + MINUTE, LEASE)).containsExactly(post(ahead, NOW + 5, NOW + MINUTE));
    }

    @ParameterizedTest
    @CsvSource({
        "air_city_1h, CITY, 510100, air", "transit_city_1m, CITY, 510100, transit", "water_city_4h, GROUP, x, water",
        "region_1h, REGION, x, region", "transit.taps, TOKEN, x, transit", "feed_ledger_1m, FEED, air.observations, air"
    })
    void putsItOnTheDeskOfWhatTheRuleLooksAt(String measurement, EntityKind kind, String id, String desk) {
        AlertEntity entity = new AlertEntity(kind, id, "", "", "");

        assertThat(TELLING.after(null, Alerts.about(measurement, entity), NOW).labels())
                .containsEntry("domain", desk);
    }

    @Test
    void leavesOutTheCityOfWhatHasNone() {
        AlertEntity group = new AlertEntity(EntityKind.GROUP, "plain", "平原", "plain", "");

        assertThat(TELLING.after(null, Alerts.about("air_city_1h", group), NOW).labels())
                .doesNotContainKey("city_code")
                .containsEntry("domain", "air");
    }

    private static AlertPost post(OpenAlert alert, long startsAt, long endsAt) {
        AlertPost any = alert.posts(NOW, LEASE).get(0);
        return new AlertPost(any.labels(), any.annotations(), startsAt, endsAt);
    }

    private static String parts(List<AlertPost> posts) {
        return String.join(
                "+",
                posts.stream()
                        .map(post -> post.labels().get("severity") + (post.endsAt() > NOW ? "" : " ended"))
                        .toList());
    }

    private static AlertTransition transition(String step, int sequence) {
        Severity severity = step.length() > 2
                ? Severity.valueOf(step.substring(2).toUpperCase(java.util.Locale.ROOT))
                : Severity.BLUE;
        return switch (step.charAt(0)) {
            case 'F' -> firing("a", sequence, severity);
            case 'T' -> Alerts.touched("a", sequence, severity);
            case 'S' -> Alerts.ended("a", sequence, AlertState.RESOLVED);
            case 'X' -> Alerts.ended("a", sequence, AlertState.RETRACTED);
            case 'R' -> Alerts.ended("a", sequence, AlertState.RECOVERING);
            case 'N' -> Alerts.ended("a", sequence, AlertState.NO_DATA);
            case 'M' -> Alerts.ended("a", sequence, AlertState.MUTED);
            case 'O' -> Alerts.ended("a", sequence, AlertState.OK);
            default -> Alerts.ended("a", sequence, AlertState.PENDING);
        };
    }
}
