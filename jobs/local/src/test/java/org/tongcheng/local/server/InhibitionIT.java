package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.JointCover;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.reference.RegionDirectory;

/** Which alerts hold back which others: the shipped rules, the delivery operator, a real Alertmanager as shipped. */
class InhibitionIT extends DeliveryToShipped {

    private static final Duration WAITING = Duration.ofSeconds(20);

    private final List<AlertRule> rules =
            RegionDirectory.resolveRules("chengdu").valid();
    private final JointCover cover = JointCover.of(rules);

    @Test
    void aJointAlertStandsForItsRiverAndItsFamiliesOnly() throws Exception {
        fires("tuo-class", "water-section-worse-than-target", Severity.YELLOW, section("cd-hongyuan"));
        fires("tuo-phosphorus", "water-tp", Severity.BLUE, section("zy-xingfucun"));
        fires("tuo-worse", "water-tp", Severity.RED, section("dy-bajiao"));
        fires("tuo-stuck", "water-dissolved-oxygen-stuck", Severity.BLUE, section("cd-hongyuan"));
        fires("tuo-coming", "water-tp-propagation", Severity.BLUE, section("zy-gongchengpudukou"));
        fires("min-class", "water-section-worse-than-target", Severity.BLUE, section("ms-huanglongxi"));
        fires("alone", "water-tp", Severity.BLUE, section("zy-lianghe"));
        awaitTold("tuo-class", "tuo-phosphorus", "tuo-worse", "tuo-stuck", "tuo-coming", "min-class", "alone");

        fires("joint", "water-river-system-joint", Severity.YELLOW, group("tuojiang"));
        awaitTold("joint", "tuo-worse", "tuo-stuck", "tuo-coming", "min-class", "alone");

        ends("joint", "water-river-system-joint", Severity.YELLOW, group("tuojiang"));
        awaitTold("tuo-class", "tuo-phosphorus", "tuo-worse", "tuo-stuck", "tuo-coming", "min-class", "alone");
    }

    @Test
    void jointAlertsOfTheSameCitiesStandForTheirOwnFamilyEach() throws Exception {
        AlertEntity all = group("chengdu-deyang-meishan-ziyang");
        AlertEntity deyang = new AlertEntity(EntityKind.CITY, "510600", "德阳", "Deyang", "510600");
        fires("index", "air-city-aqi", Severity.YELLOW, deyang);
        fires("ozone", "air-city-o3", Severity.BLUE, deyang);
        fires("heavy", "air-heavy-pollution-national", Severity.YELLOW, deyang);
        fires("linkage", "air-regional-linkage", Severity.ORANGE, all);
        awaitTold("ozone", "heavy", "linkage");

        fires("joint-ozone", "air-regional-ozone", Severity.BLUE, all);
        awaitTold("heavy", "linkage", "joint-ozone");
    }

    @Test
    void ofOnePlaceTheWorstOfAFamilyIsEnough() throws Exception {
        AlertEntity here = section("zy-lianghe");
        AlertEntity elsewhere = section("zy-hongguangcun");
        fires("red", "water-tp", Severity.RED, here);
        fires("same-family", "water-tp-jump", Severity.BLUE, here);
        fires("as-bad", "water-tp-jump", Severity.RED, section("ms-guidufu"));
        fires("other-family", "water-nh3-n", Severity.BLUE, here);
        fires("stuck", "water-dissolved-oxygen-stuck", Severity.BLUE, here);
        fires("other-place", "water-tp-jump", Severity.BLUE, elsewhere);
        awaitTold("red", "as-bad", "other-family", "stuck", "other-place");
    }

    /** Pairs of cities are groups too, and have no joint rule: they must not stand for what has none either. */
    @Test
    void whatLacksALabelHoldsNothingBack() throws Exception {
        AlertEntity pair = new AlertEntity(EntityKind.GROUP, "510600/510100", "德阳→成都", "Deyang to Chengdu", "510100");
        AlertEntity chengdu = new AlertEntity(EntityKind.CITY, "510100", "成都", "Chengdu", "510100");
        fires("pair", "transit-roaming-surge", Severity.RED, pair);
        fires("city", "transit-city-surge", Severity.BLUE, chengdu);
        awaitTold("pair", "city");
    }

    private void awaitTold(String... ids) throws Exception {
        Set<String> expected = Set.of(ids);
        Waiting.until(WAITING, () -> alertmanager.told().equals(expected));
        assertThat(alertmanager.told()).isEqualTo(expected);
    }

    private void fires(String id, String rule, Severity severity, AlertEntity entity) throws Exception {
        delivery.take(transition(id, rule, severity, entity, false));
    }

    private void ends(String id, String rule, Severity severity, AlertEntity entity) throws Exception {
        delivery.take(transition(id, rule, severity, entity, true));
    }

    private AlertTransition transition(String id, String ruleId, Severity severity, AlertEntity entity, boolean ended) {
        AlertRule rule = rules.stream()
                .filter(known -> known.id().equals(ruleId))
                .findFirst()
                .orElseThrow();
        long now = System.currentTimeMillis();
        return new AlertTransition(
                id,
                ruleId,
                rule.version(),
                rule.family(),
                cover.of(rule, entity),
                rule.input().measurement(),
                ended ? AlertState.RESOLVED : AlertState.FIRING,
                severity,
                entity,
                now - 120_000,
                null,
                now - 60_000,
                ended ? 1 : 0,
                BigDecimal.ONE,
                BigDecimal.ONE,
                new AlertTexts(id, id, id, id),
                List.of(),
                0,
                ended ? EndReason.CLEARED : null,
                null);
    }

    private static AlertEntity section(String id) {
        return new AlertEntity(EntityKind.WATER_SECTION, id, id, id, "510100");
    }

    private static AlertEntity group(String id) {
        return new AlertEntity(EntityKind.GROUP, id, id, id, "");
    }
}
