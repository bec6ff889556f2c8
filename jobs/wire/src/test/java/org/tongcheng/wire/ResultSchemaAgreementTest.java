package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

/** Codec, schemas and examples of results say the same. */
class ResultSchemaAgreementTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** They tell of a moment, of which there is no part. */
    private static final Set<String> MOMENTS =
            Set.of(Measurement.WATER_SECTION.wireName(), Measurement.ALERT.wireName());

    static Stream<Path> points() {
        return Stream.of("transit.results", "air.results", "water.results", "region.results", "alert.results")
                .flatMap(Examples::valid);
    }

    static Stream<Path> noPoints() {
        return Examples.invalid("transit.results");
    }

    @ParameterizedTest
    @MethodSource("points")
    void bothTakeEveryPoint(Path example) {
        assertThat(schema(example).faults(Examples.read(example))).isEmpty();
        assertThat(isPartial(point(example)))
                .isEqualTo(String.valueOf(example.getFileName()).contains("-partial"));
    }

    @ParameterizedTest
    @MethodSource("noPoints")
    void bothRefuseWhatIsNoneForTheReasonInItsName(Path example) {
        byte[] payload = Examples.read(example);
        String name = String.valueOf(example.getFileName());

        assertThat(Objects.requireNonNull(ResultCodec.decode(payload).rejection())
                        .reason()
                        .wireName())
                .isEqualTo(name.substring(0, name.indexOf('.')));
        assertThat(schema(example).accepts(payload)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("points")
    void whatIsWrittenIsOfTheSchema(Path example) {
        Result point = point(example);

        assertThat(schema(example).faults(ResultCodec.encode(point, SHANGHAI))).isEmpty();
        assertThat(schema(example).faults(ResultCodec.encodeForFile(point, SHANGHAI)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("points")
    void aPartialPointIsOfTheSchemaWhereThereIsAWindow(Path example) {
        Result partial = partial(point(example));
        boolean window = !MOMENTS.contains(partial.measurement());

        for (byte[] written :
                List.of(ResultCodec.encode(partial, SHANGHAI), ResultCodec.encodeForFile(partial, SHANGHAI))) {
            assertThat(written).asString(StandardCharsets.UTF_8).contains("\"partial\":true");
            assertThat(schema(example).accepts(written)).isEqualTo(window);
        }
    }

    @Test
    void everyMeasurementHasAnExample() {
        assertThat(points().map(example -> point(example).measurement()).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Measurement.values())
                        .map(Measurement::wireName)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"partial\":true}", "{\"aqi_max\":50,\"aqi_max_city\":\"510100\",\"partial\":false}"})
    void aMarkIsTrueAndNeverAlone(String fields) {
        String hour = "{\"measurement\":\"region_1h\",\"tags\":{\"region_id\":\"chengdu\"},"
                + "\"time\":\"2026-03-05T10:00:00+08:00\",\"fields\":" + fields + "}";

        assertThat(JsonSchema.of("region.results").accepts(hour.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private static Result point(Path example) {
        return Objects.requireNonNull(ResultCodec.decode(Examples.read(example)).value());
    }

    private static JsonSchema schema(Path example) {
        return JsonSchema.of(example.getName(example.getNameCount() - 2).toString());
    }

    private static boolean isPartial(Result point) {
        return point.fields().contains(Field.PARTIAL);
    }

    private static Result partial(Result point) {
        if (isPartial(point)) {
            return point;
        }
        List<Field> fields = new ArrayList<>(point.fields());
        fields.add(Field.PARTIAL);
        return new Result(point.measurement(), point.tags(), point.time(), point.revision(), fields);
    }
}
