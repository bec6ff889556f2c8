package org.tongcheng.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Measurement;

final class AlertDomainTest {

    @Test
    void isThatOfTheMeasurement() {
        assertThat(domain("transit.taps", "hk1:0123456789abcdef0123456789abcdef"))
                .isEqualTo(AlertDomain.TRANSIT);
        assertThat(domain("transit_city_1m", "510100")).isEqualTo(AlertDomain.TRANSIT);
        assertThat(domain("air_city_1h", "510100")).isEqualTo(AlertDomain.AIR);
        assertThat(domain("water_river_4h", "沱江")).isEqualTo(AlertDomain.WATER);
        assertThat(domain("region_1h", "chengdu")).isEqualTo(AlertDomain.REGION);
    }

    @Test
    void ofALedgerIsThatOfTheFeed() {
        assertThat(domain("feed_ledger_1m", "transit.taps")).isEqualTo(AlertDomain.TRANSIT);
        assertThat(domain("feed_ledger_1m", "air.observations")).isEqualTo(AlertDomain.AIR);
        assertThat(domain("feed_ledger_1m", "water.observations")).isEqualTo(AlertDomain.WATER);
        assertThat(domain("feed_ledger_1m", "another")).isEqualTo(AlertDomain.REGION);
    }

    @Test
    void everythingThatARuleMayLookAtHasOne() {
        assertThat(RuleInput.measurements())
                .contains(RuleInput.TAPS, "air_city_1h", "feed_ledger_1m")
                .doesNotContain("alert", "alert_active_1m", "alert_summary_1d")
                .hasSize(Measurement.values().length - 2);
        assertThat(AlertDomain.values())
                .extracting(AlertDomain::wireName)
                .containsExactly("transit", "air", "water", "region");
    }

    private static AlertDomain domain(String measurement, String entityId) {
        AlertTransition alert = new AlertTransition(
                "a",
                "air-rule",
                1,
                "air-rule",
                "",
                measurement,
                AlertState.FIRING,
                Severity.BLUE,
                new AlertEntity(EntityKind.FEED, entityId, "", "", ""),
                0,
                null,
                0,
                0,
                null,
                null,
                new AlertTexts("a", "b", "c", "d"),
                List.of(),
                0,
                null,
                null);
        return AlertDomain.of(alert);
    }
}
