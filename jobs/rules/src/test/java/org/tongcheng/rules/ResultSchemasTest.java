package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Coverage;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.time.BusinessTime;

/**
 * The table of measurements in the code and the result schemas name the same things; beside it the schemas know the mark of
 * what a replay has in part.
 */
class ResultSchemasTest {

    private static final List<String> TOPICS =
            List.of("transit.results", "air.results", "water.results", "region.results", "alert.results");

    @Test
    void everyMeasurementHasTheSchemasTagsAndFields() throws IOException {
        Map<String, JsonNode> described = new TreeMap<>();
        for (String topic : TOPICS) {
            JsonNode schema =
                    new ObjectMapper().readTree(Files.readString(schemas().resolve(topic + ".schema.json")));
            for (JsonNode choice : schema.at("/allOf")) {
                described.put(choice.at("/if/properties/measurement/const").asText(), choice.get("then"));
            }
        }
        for (Measurement measurement : Measurement.values()) {
            JsonNode point = described.get(measurement.wireName());
            assertThat(point).as(measurement.wireName()).isNotNull();
            assertThat(names(point.at("/properties/tags/properties")))
                    .as(measurement.wireName() + " tags")
                    .isEqualTo(new TreeSet<>(measurement.tags()));
            TreeSet<String> fields = new TreeSet<>();
            for (Measurement.FieldSpec field : measurement.fields()) {
                fields.add(field.name());
            }
            if (canBePartial(measurement)) {
                fields.add(Field.PARTIAL.name());
            }
            assertThat(names(point.at("/properties/fields/properties")))
                    .as(measurement.wireName() + " fields")
                    .isEqualTo(fields);
        }
        for (String name : described.keySet()) {
            assertThat(Measurement.ofWireName(name).wireName()).isEqualTo(name);
        }
    }

    @Test
    void onlyMomentsAreNeverPartial() {
        assertThat(Measurement.values())
                .filteredOn(measurement -> !canBePartial(measurement))
                .containsExactly(Measurement.WATER_SECTION, Measurement.ALERT);
    }

    /** Whether a replay of one second can have a part of some point: of one that begins or ends with the hour around it. */
    private static boolean canBePartial(Measurement measurement) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        long midnight = LocalDate.of(2026, 3, 5).atStartOfDay(zone).toInstant().toEpochMilli();
        Coverage second = new Coverage(midnight + 30_000, midnight + 31_000, Map.of(), new BusinessTime(zone));
        return LongStream.of(midnight, midnight + BusinessTime.HOUR, midnight + 30_000, midnight + 30_500)
                .anyMatch(at -> second.of(measurement, at) == Coverage.Extent.PARTIAL);
    }

    private static Set<String> names(JsonNode properties) {
        TreeSet<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Path schemas() {
        List<Path> tried = new ArrayList<>();
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("schemas");
            tried.add(candidate);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no schemas folder among " + tried);
    }
}
