package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.WaterItem;
import org.tongcheng.domain.feed.WaterObservation;

/** Decoder and schema accept the same records, but for what only one of them can see. */
class SchemaLawTest {

    private static final JsonSchema TAPS = JsonSchema.of("transit.taps");
    private static final JsonSchema AIR = JsonSchema.of("air.observations");
    private static final JsonSchema WATER = JsonSchema.of("water.observations");

    private final TapDecoder taps = new TapDecoder(KnownSites.anySite());

    @Provide
    Arbitrary<String> tapTexts() {
        return Arbitraries.randomValue(random -> new RandomTaps(random).next())
                // The validator has no guard against exponents, and reads half of a surrogate pair as a character.
                .filter(text -> !text.contains("e999999999") && !text.contains("\\ud800"));
    }

    @Provide
    Arbitrary<Map<String, String>> airItems() {
        return items(List.of("so2", "no2", "pm10", "co", "o3", "pm2_5"), "0", "500");
    }

    @Provide
    Arbitrary<Map<String, String>> waterItems() {
        return items(
                List.of("water_temperature", "ph", "dissolved_oxygen", "codmn", "nh3_n", "tp", "tn", "algal_density"),
                "0",
                "14");
    }

    @Provide
    Arbitrary<Map<String, String>> flags() {
        Arbitrary<String> names = Arbitraries.of("so2", "o3", "ph", "tp", "wind");
        return Arbitraries.maps(names, Arbitraries.of("\"N\"", "\"D\"", "\"B\"", "null"));
    }

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void tapsAreAcceptedByBothOrByNeither(@ForAll("tapTexts") String text) {
        byte[] payload = RandomTaps.bytes(text);
        Decoded<Tap> decoded = taps.decode(payload, FeedRecord.UNKNOWN_TIME);
        Rejection rejection = decoded.rejection();

        if (rejection == null) {
            assertThat(TAPS.faults(payload)).as(text).isEmpty();
        } else if (rejection.reason() != RejectionReason.MALFORMED_JSON && !isBeyondSchemas(rejection)) {
            assertThat(TAPS.accepts(payload)).as(rejection + " " + text).isFalse();
        }
    }

    @Property(tries = 500)
    void soundAirObservationsPassBoth(
            @ForAll("airItems") Map<String, String> values, @ForAll("flags") Map<String, String> flags) {
        byte[] payload = observation(
                "\"schema_version\":\"air/1\",\"station_id\":\"1431A\",\"source\":\"cnemc\"", values, flags);

        AirObservation observation = Objects.requireNonNull(new AirObservationDecoder(KnownSites.anySite())
                .decode(payload, FeedRecord.UNKNOWN_TIME)
                .value());

        assertThat(AIR.faults(payload)).isEmpty();
        for (AirItem item : AirItem.values()) {
            same(observation.values().get(item), values.get(item.wireName()));
        }
    }

    @Property(tries = 500)
    void soundWaterObservationsPassBoth(
            @ForAll("waterItems") Map<String, String> values, @ForAll("flags") Map<String, String> flags) {
        byte[] payload = observation(
                "\"schema_version\":\"water/1\",\"section_id\":\"w1\",\"source\":\"c\",\"station_status\":\"normal\"",
                values,
                flags);

        WaterObservation observation = Objects.requireNonNull(new WaterObservationDecoder(KnownSites.anySite())
                .decode(payload, FeedRecord.UNKNOWN_TIME)
                .value());

        assertThat(WATER.faults(payload)).isEmpty();
        for (WaterItem item : WaterItem.values()) {
            same(observation.values().get(item), values.get(item.wireName()));
        }
    }

    /** A schema knows no clock, allows years that no record may carry, and does not count digits of stops and routes. */
    private static boolean isBeyondSchemas(Rejection rejection) {
        return rejection.reason() == RejectionReason.FUTURE_TIMESTAMP
                || (rejection.reason() == RejectionReason.RAW_CARD_NUMBER
                        && List.of("stop_id", "route_id").contains(String.valueOf(rejection.field())))
                || (rejection.reason() == RejectionReason.OUT_OF_RANGE
                        && String.valueOf(rejection.field()).endsWith("timestamp"));
    }

    private static void same(@Nullable BigDecimal value, @Nullable String text) {
        if (text == null || text.equals("null")) {
            assertThat(value).isNull();
        } else {
            assertThat(value).isEqualByComparingTo(new BigDecimal(text));
        }
    }

    private static Arbitrary<Map<String, String>> items(List<String> names, String smallest, String largest) {
        Arbitrary<BigDecimal> decimals = Arbitraries.bigDecimals()
                .between(new BigDecimal(smallest), new BigDecimal(largest))
                .ofScale(6);
        Arbitrary<String> spellings = Combinators.combine(decimals, Arbitraries.of(0, 1, 2, 3))
                .as((decimal, spelling) -> switch (spelling) {
                    case 0 -> decimal.toPlainString();
                    case 1 -> decimal.movePointLeft(2).toPlainString() + "e2";
                    case 2 -> decimal.unscaledValue() + "E-" + decimal.scale();
                    default -> "null";
                });
        return Arbitraries.maps(Arbitraries.of(names), spellings);
    }

    private static byte[] observation(String head, Map<String, String> values, Map<String, String> flags) {
        String text = "{" + head + ",\"observed_at\":\"2026-03-05T10:00:00+08:00\",\"values\":" + object(values)
                + ",\"flags\":" + object(flags) + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
