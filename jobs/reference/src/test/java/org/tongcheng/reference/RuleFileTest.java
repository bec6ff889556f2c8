package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.alert.AlertGroup;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertSchedule;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.Direction;
import org.tongcheng.domain.alert.DurationLimit;
import org.tongcheng.domain.alert.DurationTier;
import org.tongcheng.domain.alert.RuleInput;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.alert.Rung;
import org.tongcheng.domain.alert.Severity;

class RuleFileTest {

    private static final long HOUR = 3_600_000;

    private final Rules rules = SmallRules.read(SmallRules.TEXT);

    @Test
    void readsARuleWithEveryKeyOfItsKind() {
        assertThat(rules.refused()).isEmpty();
        assertThat(rules.valid().get(0))
                .isEqualTo(new AlertRule(
                        "aqi",
                        2,
                        "aqi",
                        RuleKind.THRESHOLD,
                        new RuleInput("air_city_1h", "aqi", Map.of("city_code", "510100")),
                        Direction.ABOVE,
                        List.of(
                                new Rung(Severity.BLUE, new BigDecimal("60"), new BigDecimal("50")),
                                new Rung(Severity.RED, new BigDecimal("100.50"), new BigDecimal("90"))),
                        List.of(),
                        HOUR * 3 / 2,
                        2 * HOUR,
                        new BigDecimal("0.6"),
                        true,
                        new AlertSchedule(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), 7, 22),
                        new AlertTexts(
                                "空气质量{severity}预警",
                                "Air quality, {severity}",
                                "{entity} AQI {value}",
                                "AQI {value} at {entity}"),
                        Map.of(),
                        Map.of(),
                        List.of()));
    }

    @Test
    void readsTiersSettingsAndGroups() {
        AlertRule heavy = rules.valid().get(1);
        assertThat(heavy.enabled()).isFalse();
        assertThat(heavy.ladder()).isEmpty();
        assertThat(heavy.tiers())
                .containsExactly(
                        new DurationTier(Severity.YELLOW, List.of(limit(Direction.ABOVE, "200", 48))),
                        new DurationTier(
                                Severity.RED,
                                List.of(limit(Direction.ABOVE, "200", 96), limit(Direction.AT_LEAST, "300", 48))));
        AlertRule linkage = rules.valid().get(2);
        assertThat(linkage.settings()).isEqualTo(Map.of("limit", new BigDecimal("200")));
        assertThat(linkage.groups())
                .isEqualTo(Map.of("both", new AlertGroup("两市", "Both cities", List.of("510100", "512000"))));
        assertThat(linkage.covers()).isEmpty();
    }

    @Test
    void letsOptionalKeysBeAbsent() {
        AlertRule linkage = rules.valid().get(2);
        assertThat(linkage.forMillis()).isZero();
        assertThat(linkage.clearForMillis()).isZero();
        assertThat(linkage.minCompleteness()).isEqualByComparingTo("0.75");
        assertThat(linkage.enabled()).isTrue();
        assertThat(linkage.schedule()).isEqualTo(AlertSchedule.ALWAYS);
        assertThat(linkage.input().filter()).isEmpty();
        AlertRule aqi = SmallRules.read(SmallRules.replacing("{days: [mon, sun], from_hour: 7, to_hour: 22}", "{}"))
                .valid()
                .get(0);
        assertThat(aqi.schedule()).isEqualTo(AlertSchedule.ALWAYS);
    }

    @Test
    void readsFamiliesAndWhatJointAlertsCover() {
        String text = SmallRules.TEXT
                .replace("version: 2", "version: 2\n  family: index")
                .replace("settings: {limit: 200}", "settings: {limit: 200}\n  covers: [index, heavy]")
                .replace("field: aqi\n  filter", "field: aqi - pm2_5\n  filter");
        Rules named = SmallRules.read(text);

        assertThat(named.refused()).isEmpty();
        assertThat(named.valid()).extracting(AlertRule::family).containsExactly("index", "heavy", "linkage");
        assertThat(named.valid().get(2).covers()).containsExactly("index", "heavy");
        assertThat(named.valid().get(0).input().fields()).containsExactly("aqi", "pm2_5");
    }

    @Test
    void takesAnEmptyFileAsNoRules() {
        assertThat(SmallRules.read("")).isEqualTo(Rules.NONE);
        assertThat(SmallRules.read("# none yet\n")).isEqualTo(Rules.NONE);
        assertThat(SmallRules.read("[]")).isEqualTo(Rules.NONE);
    }

    @Test
    void readsAnchorsQuotesAndByteOrderMarks() {
        String text =
                "\uFEFF" + SmallRules.TEXT.replace("blue: {raise: 60, clear: 50}", "blue: &b {raise: '60', clear: 50}");
        assertThat(SmallRules.read(text)).isEqualTo(rules);
    }

    private static DurationLimit limit(Direction direction, String limit, int hours) {
        return new DurationLimit(direction, new BigDecimal(limit), hours);
    }
}
