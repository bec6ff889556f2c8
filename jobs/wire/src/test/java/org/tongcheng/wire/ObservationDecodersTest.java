package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.domain.feed.FeedRecord.UNKNOWN_TIME;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;

class ObservationDecodersTest {

    private static final long TEN = 1_772_676_000_000L;
    private static final long HOUR = 3_600_000;

    private static final String AIR = "{\"schema_version\":\"air/1\",\"station_id\":\"1431A\","
            + "\"observed_at\":\"2026-03-05T10:00:00+08:00\",\"source\":\"cnemc\","
            + "\"received_timestamp\":\"2026-03-05T10:31:00+08:00\","
            + "\"values\":{\"so2\":5,\"pm10\":34.50,\"co\":8e-1,\"o3\":null,\"pm2_5\":30,\"benzene\":-1},"
            + "\"flags\":{\"so2\":\"N\",\"pm10\":\"D\",\"no2\":\"B\",\"o3\":null,\"wind\":\"?\"}}";

    private static final String WATER = "{\"schema_version\":\"water/1\",\"section_id\":\"w0041\","
            + "\"observed_at\":\"2026-03-05T10:20:00+08:00\",\"source\":\"cnemc\",\"station_status\":\"normal\","
            + "\"values\":{\"water_temperature\":-0.50,\"ph\":7.0,\"tp\":0.01050,\"algal_density\":1.2e6}}";

    private final AirObservationDecoder air = new AirObservationDecoder(new KnownSites(Map.of(), Set.of("1431A")));
    private final WaterObservationDecoder water =
            new WaterObservationDecoder(new KnownSites(Map.of(), Set.of("w0041")));

    @Test
    void readsAnAirObservationExactly() {
        assertThat(air.decode(bytes(AIR), UNKNOWN_TIME))
                .isEqualTo(Decoded.of(
                        new AirObservation(
                                "1431A",
                                TEN,
                                TEN + 31 * 60_000,
                                Map.of(
                                        AirItem.SO2, new BigDecimal("5"),
                                        AirItem.PM10, new BigDecimal("34.5"),
                                        AirItem.CO, new BigDecimal("0.8"),
                                        AirItem.PM2_5, new BigDecimal("30")),
                                Map.of(AirItem.PM10, "D", AirItem.NO2, "B")),
                        TEN + 31 * 60_000));
        assertThat(air.feed()).isEqualTo(Feed.AIR_OBSERVATIONS);
    }

    @Test
    void readsAWaterObservationExactly() {
        assertThat(water.decode(bytes(WATER), UNKNOWN_TIME))
                .isEqualTo(Decoded.of(
                        new WaterObservation(
                                "w0041",
                                TEN + 20 * 60_000,
                                UNKNOWN_TIME,
                                StationStatus.NORMAL,
                                Map.of(
                                        WaterItem.WATER_TEMPERATURE, new BigDecimal("-0.5"),
                                        WaterItem.PH, new BigDecimal("7"),
                                        WaterItem.TP, new BigDecimal("0.0105"),
                                        WaterItem.ALGAL_DENSITY, new BigDecimal("1200000")),
                                Map.of()),
                        TEN + 20 * 60_000));
        assertThat(water.feed()).isEqualTo(Feed.WATER_OBSERVATIONS);
    }

    @Test
    void differentSpellingsHaveTheSameContent() {
        AirObservation one = Objects.requireNonNull(air.decode(bytes(AIR), TEN).value());
        AirObservation other = Objects.requireNonNull(
                air.decode(bytes(AIR.replace("34.50", "345e-1").replace(":30,", ":30.0,")), TEN + 1)
                        .value());

        assertThat(one.sameContent(other)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(StationStatus.class)
    void readsEveryStationStatus(StationStatus status) {
        WaterObservation observation = Objects.requireNonNull(
                water.decode(bytes(WATER.replace("\"normal\"", "\"" + status.wireName() + "\"")), UNKNOWN_TIME)
                        .value());

        assertThat(observation.status()).isEqualTo(status);
    }

    @Test
    void sitesThatAreNotRegisteredAreUnknown() {
        assertThat(air.decode(bytes(AIR.replace("1431A", "9999A")), TEN))
                .isEqualTo(Decoded.rejected(
                        new Rejection(
                                RejectionReason.UNKNOWN_SITE, "station_id", "'9999A' is not registered for that hour"),
                        TEN));
        assertThat(water.decode(bytes(WATER.replace("w0041", "w9")), TEN).rejection())
                .isEqualTo(new Rejection(
                        RejectionReason.UNKNOWN_SITE, "section_id", "'w9' is not registered for that time"));
    }

    @Test
    void theSiteIsJudgedBeforeTheClock() {
        long early = TEN - 3 * HOUR;

        assertThat(reason(air, AIR.replace("1431A", "9999A"), early)).isEqualTo(RejectionReason.UNKNOWN_SITE);
        assertThat(reason(air, AIR, early)).isEqualTo(RejectionReason.FUTURE_TIMESTAMP);
        assertThat(reason(water, WATER, early)).isEqualTo(RejectionReason.FUTURE_TIMESTAMP);
        assertThat(air.decode(bytes(AIR), TEN - 2 * HOUR).rejection()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 1e-41, BAD_FORMAT",
        "10000, 1e999999999, OUT_OF_RANGE",
        "10000, -1e999999999, OUT_OF_RANGE",
        "10000, 10000.0000000001, OUT_OF_RANGE",
    })
    void valuesAreNeverExpanded(String largest, String value, RejectionReason expected) {
        assertThat(air.decode(bytes(AIR.replace("\"so2\":5", "\"so2\":" + largest)), TEN)
                        .rejection())
                .isNull();

        Rejection rejection =
                Objects.requireNonNull(air.decode(bytes(AIR.replace("\"so2\":5", "\"so2\":" + value)), TEN)
                        .rejection());
        assertThat(rejection.reason()).isEqualTo(expected);
        assertThat(rejection.field()).isEqualTo("values.so2");
    }

    @Test
    void faultsAreJudgedInTheOrderOfTheItems() {
        String two = AIR.replace("\"so2\":5", "\"pm2_5\":-1,\"so2\":-1").replace(",\"pm2_5\":30", "");

        assertThat(Objects.requireNonNull(air.decode(bytes(two), TEN).rejection()))
                .isEqualTo(new Rejection(RejectionReason.OUT_OF_RANGE, "values.so2", "not in 0 to 10000"));
    }

    @Test
    void namesTheFlagThatIsNone() {
        assertThat(Objects.requireNonNull(
                        air.decode(bytes(AIR.replace("\"D\"", "\"d\"")), TEN).rejection()))
                .isEqualTo(new Rejection(RejectionReason.UNKNOWN_VALUE, "flags.pm10", "'d' is no data flag of HJ 212"));
    }

    @Test
    void showsPayloadsAsTheyAre() {
        String payload = AIR.replace("1431A", "6225880112345678");

        assertThat(air.show(bytes(payload), air.decode(bytes(payload), TEN)))
                .isEqualTo(new ShownPayload(payload, "utf8"));
        byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(water.show(latin, water.decode(latin, TEN))).isEqualTo(new ShownPayload("6Q==", "base64"));
    }

    @Test
    void showsTheBeginningOfWhatIsTooLarge() {
        String largest = AIR + " ".repeat(Feed.MAX_PAYLOAD_BYTES - AIR.length());
        assertThat(air.show(bytes(largest), air.decode(bytes(largest), TEN)).text())
                .isEqualTo(largest);

        String large = largest + " ";
        assertThat(reason(air, large, TEN)).isEqualTo(RejectionReason.TOO_LARGE);
        assertThat(air.show(bytes(large), air.decode(bytes(large), TEN)))
                .isEqualTo(new ShownPayload(large.substring(0, 1024), "utf8"));
    }

    private static RejectionReason reason(FeedDecoder<?> decoder, String payload, long arrived) {
        return Objects.requireNonNull(decoder.decode(bytes(payload), arrived).rejection())
                .reason();
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
