package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Measurement;

/** The table of measurements in the code and the result schemas name the same things. */
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
            assertThat(names(point.at("/properties/fields/properties")))
                    .as(measurement.wireName() + " fields")
                    .isEqualTo(fields);
        }
        for (String name : described.keySet()) {
            assertThat(Measurement.ofWireName(name).wireName()).isEqualTo(name);
        }
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
