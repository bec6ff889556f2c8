package org.tongcheng.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedTest {

    @Test
    void aTopicNamesItsFeed() {
        for (Feed feed : Feed.values()) {
            assertThat(Feed.ofTopic(feed.topic())).isEqualTo(feed);
        }
        assertThatThrownBy(() -> Feed.ofTopic("air.results"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("air.results");
    }

    @Test
    void tapsMayBeTwoDaysLateAndObservationsThirtyFive() {
        assertThat(Feed.TRANSIT_TAPS.lateness()).isEqualTo(Duration.ofDays(2));
        assertThat(Feed.AIR_OBSERVATIONS.lateness()).isEqualTo(Duration.ofDays(35));
        assertThat(Feed.WATER_OBSERVATIONS.lateness()).isEqualTo(Duration.ofDays(35));
    }

    @Test
    void wireNamesAreLowerCase() {
        assertThat(RejectionReason.RAW_CARD_NUMBER.wireName()).isEqualTo("raw_card_number");
        assertThat(AirItem.PM2_5.wireName()).isEqualTo("pm2_5");
        assertThat(WaterItem.NH3_N.wireName()).isEqualTo("nh3_n");
        assertThat(StationStatus.NOT_RUNNING.wireName()).isEqualTo("not_running");
    }

    @Test
    void entrancesAndExitsIncludeTransfers() {
        assertThat(FareAction.ENTER.isEntry()).isTrue();
        assertThat(FareAction.TRANSFER_ENTRANCE.isEntry()).isTrue();
        assertThat(FareAction.EXIT.isEntry()).isFalse();
        assertThat(FareAction.EXIT.isExit()).isTrue();
        assertThat(FareAction.TRANSFER_EXIT.isExit()).isTrue();
        assertThat(FareAction.OTHER.isExit()).isFalse();
        assertThat(FareAction.TRANSFER_EXIT.isTransfer()).isTrue();
        assertThat(FareAction.TRANSFER_ENTRANCE.isTransfer()).isTrue();
        assertThat(FareAction.ENTER.isTransfer()).isFalse();
    }

    @Test
    void aTapRoamsOutsideItsIssuersCityOnly() {
        assertThat(tap("510100", "510600", 1).roaming()).isTrue();
        assertThat(tap("510100", "510100", 1).roaming()).isFalse();
        assertThat(tap("510100", null, 1).roaming()).isFalse();
    }

    @Test
    void tramMetroAndRailHaveGates() {
        assertThat(tap("510100", null, 0).gated()).isTrue();
        assertThat(tap("510100", null, 2).gated()).isTrue();
        assertThat(tap("510100", null, 3).gated()).isFalse();
        assertThat(tap("510100", null, -1).gated()).isFalse();
    }

    @Test
    void whenAnObservationArrivedIsNotPartOfItsContent() {
        AirObservation first = air(1, Map.of(AirItem.SO2, BigDecimal.ONE), Map.of());
        assertThat(first.sameContent(air(2, Map.of(AirItem.SO2, BigDecimal.ONE), Map.of())))
                .isTrue();
        assertThat(first.sameContent(air(1, Map.of(AirItem.SO2, BigDecimal.TEN), Map.of())))
                .isFalse();
        assertThat(first.sameContent(air(1, Map.of(AirItem.SO2, BigDecimal.ONE), Map.of(AirItem.SO2, "M"))))
                .isFalse();
        assertThat(first.eventTime()).isEqualTo(77);
        assertThat(first.flagged()).isFalse();
    }

    @Test
    void aWaterStationsStatusIsPartOfItsContent() {
        WaterObservation normal = water(StationStatus.NORMAL, Map.of(), Map.of());
        assertThat(normal.sameContent(water(StationStatus.NORMAL, Map.of(), Map.of())))
                .isTrue();
        assertThat(normal.sameContent(water(StationStatus.MAINTENANCE, Map.of(), Map.of())))
                .isFalse();
        assertThat(normal.sameContent(water(StationStatus.NORMAL, Map.of(WaterItem.PH, BigDecimal.TEN), Map.of())))
                .isFalse();
        assertThat(normal.sameContent(water(StationStatus.NORMAL, Map.of(), Map.of(WaterItem.PH, "D"))))
                .isFalse();
        assertThat(normal.eventTime()).isEqualTo(78);
        assertThat(normal.flagged()).isFalse();
    }

    @Test
    void ledgerCountsAddUpAndBalance() {
        LedgerCount one = new LedgerCount(Feed.TRANSIT_TAPS, 60_000, 10, 4, 1, 2, 3, 2, 1);
        LedgerCount both = one.plus(new LedgerCount(Feed.TRANSIT_TAPS, 60_000, 1, 0, 0, 0, 0, 0, 0));
        assertThat(one.balance()).isZero();
        assertThat(both).isEqualTo(new LedgerCount(Feed.TRANSIT_TAPS, 60_000, 11, 4, 1, 2, 3, 2, 1));
        assertThat(both.balance()).isEqualTo(1);
        assertThat(one.plus(one)).isEqualTo(new LedgerCount(Feed.TRANSIT_TAPS, 60_000, 20, 8, 2, 4, 6, 4, 2));
    }

    private static Tap tap(String city, String issuer, int routeType) {
        return new Tap(
                TransactionId.of("t"),
                1,
                2,
                3,
                4,
                5,
                new TapPlace(city, null, null, routeType),
                issuer,
                FareAction.ENTER,
                false,
                0,
                0,
                false);
    }

    private static AirObservation air(long arrivedAt, Map<AirItem, BigDecimal> values, Map<AirItem, String> flags) {
        return new AirObservation("1431A", 77, arrivedAt, values, flags);
    }

    private static WaterObservation water(
            StationStatus status, Map<WaterItem, BigDecimal> values, Map<WaterItem, String> flags) {
        return new WaterObservation("w", 78, 1, status, values, flags);
    }
}
