package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

class ResultCodecTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long TEN = 1_772_676_000_000L;

    private static final Result WATER = Measurement.WATER_SECTION
            .at(TEN)
            .tag("city_code", "510100")
            .tag("river", "沱江")
            .tag("section_id", "w0041")
            .decimal("tp", new BigDecimal("0.0105"))
            .integer("class", 2)
            .text("class_name", "Ⅱ")
            .bool("meets_target", true)
            .build(3);

    static Stream<Path> results() {
        return Stream.of("transit.results", "air.results", "water.results", "region.results", "alert.results")
                .flatMap(Examples::valid);
    }

    @Test
    void writesTheEnvelopeInTheOrderOfItsMeasurement() {
        assertThat(text(ResultCodec.encode(WATER, SHANGHAI)))
                .isEqualTo("{\"measurement\":\"water_section\","
                        + "\"tags\":{\"city_code\":\"510100\",\"river\":\"沱江\",\"section_id\":\"w0041\"},"
                        + "\"time\":\"2026-03-05T10:00:00+08:00\",\"revision\":3,"
                        + "\"fields\":{\"tp\":0.0105,\"class\":2,\"class_name\":\"Ⅱ\",\"meets_target\":true}}");
    }

    @Test
    void leavesTheRevisionOutOfFiles() {
        assertThat(text(ResultCodec.encodeForFile(WATER, SHANGHAI)))
                .contains("\"time\":\"2026-03-05T10:00:00+08:00\",\"fields\":{\"tp\"")
                .doesNotContain("revision");
    }

    @Test
    void writesSecondsAndZWhereTheZoneIsUtc() {
        assertThat(text(ResultCodec.encode(WATER, ZoneOffset.UTC))).contains("\"time\":\"2026-03-05T02:00:00Z\"");
    }

    /** Shanghai's own mean time, up to 1900, was five minutes and 43 seconds off. */
    @Test
    void writesUtcWhereTheOffsetIsNoWholeMinutes() {
        assertThat(JsonWriter.time(-2_200_809_943_000L, SHANGHAI)).isEqualTo("1900-04-05T15:54:17Z");
        assertThat(JsonWriter.time(0, SHANGHAI)).isEqualTo("1970-01-01T08:00:00+08:00");
    }

    @Test
    void keysByTheSeries() {
        assertThat(text(ResultCodec.key(WATER)))
                .isEqualTo(WATER.series())
                .isEqualTo("water_section,city_code=510100,river=沱江,section_id=w0041");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(ResultCodec.decode(ResultCodec.encode(WATER, SHANGHAI))).isEqualTo(Decoded.of(WATER, TEN));
        assertThat(ResultCodec.decode(ResultCodec.encodeForFile(WATER, SHANGHAI)))
                .isEqualTo(Decoded.of(WATER.withRevision(0), TEN));
    }

    @Test
    void keepsTheMarkOfAPartialPoint() {
        String hour = "{\"measurement\":\"transit_unmatched_1h\",\"tags\":{\"city_code\":\"510100\"},"
                + "\"time\":\"2026-03-05T10:00:00+08:00\",\"revision\":0,"
                + "\"fields\":{\"entries_without_exit\":3,\"exits_without_entry\":1%s}}";
        String marked = hour.formatted(",\"partial\":true");
        String unmarked = hour.formatted(",\"partial\":false");

        assertThat(text(ResultCodec.encode(read(marked), SHANGHAI))).isEqualTo(marked);
        assertThat(text(ResultCodec.encode(read(unmarked), SHANGHAI))).isEqualTo(hour.formatted(""));
    }

    @ParameterizedTest
    @MethodSource("results")
    void readsEveryExampleAndWritesTheSameAgain(Path example) {
        Result result = Objects.requireNonNull(
                ResultCodec.decode(Examples.read(example)).value());

        Result again = Objects.requireNonNull(
                ResultCodec.decode(ResultCodec.encode(result, SHANGHAI)).value());
        assertThat(again).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"measurement":"air_moon_1h"}                                       | UNKNOWN_VALUE | measurement
            {"measurement":"transit_city_1m"}                                   | MISSING_FIELD | tags
            {"measurement":"transit_city_1m","tags":{}}                         | MISSING_FIELD | tags.city_code
            {"measurement":"transit_city_1m","tags":{"city_code":"1"}}          | MISSING_FIELD | time
            {"measurement":"transit_city_1m","tags":{"city_code":"1"},"time":1} | WRONG_TYPE    | time
            """)
    void rejectsWhatIsNoResult(String payload, RejectionReason reason, String field) {
        Decoded<Result> decoded = ResultCodec.decode(payload.getBytes(StandardCharsets.UTF_8));

        assertThat(decoded.value()).isNull();
        assertThat(decoded.arrivedAt()).isEqualTo(FeedRecord.UNKNOWN_TIME);
        Rejection rejection = Objects.requireNonNull(decoded.rejection());
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "revision":-1,"fields":{}                     | OUT_OF_RANGE  | revision
            "revision":1.5,"fields":{}                    | WRONG_TYPE    | revision
            "revision":1                                  | MISSING_FIELD | fields
            "fields":{"valid":1}                          | WRONG_TYPE    | fields.valid
            "fields":{"aqi":1.5}                          | WRONG_TYPE    | fields.aqi
            "fields":{"aqi":1e30}                         | OUT_OF_RANGE  | fields.aqi
            "fields":{"standard":1}                       | WRONG_TYPE    | fields.standard
            """)
    void rejectsFieldsOfAnotherKind(String rest, RejectionReason reason, String field) {
        String payload = "{\"measurement\":\"air_city_1d\",\"tags\":{\"city_code\":\"510100\"},"
                + "\"time\":\"2026-03-05T10:00:00+08:00\"," + rest + "}";

        Decoded<Result> decoded = ResultCodec.decode(payload.getBytes(StandardCharsets.UTF_8));

        Rejection rejection = Objects.requireNonNull(decoded.rejection());
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.field()).isEqualTo(field);
        assertThat(decoded.arrivedAt()).isEqualTo(TEN);
    }

    private static Result read(String payload) {
        return Objects.requireNonNull(
                ResultCodec.decode(payload.getBytes(StandardCharsets.UTF_8)).value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
