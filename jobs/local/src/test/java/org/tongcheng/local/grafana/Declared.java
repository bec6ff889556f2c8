package org.tongcheng.local.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Measurements as {@code schemas/} declares them.
 *
 * @param columns tags and fields of each measurement
 */
record Declared(Map<String, Set<String>> columns) {

    private static final List<String> TOPICS =
            List.of("transit.results", "air.results", "water.results", "region.results", "alert.results");

    static Declared inSchemas() {
        Map<String, Set<String>> columns = new TreeMap<>();
        for (String topic : TOPICS) {
            JsonNode schema = Project.json(Project.root().resolve("schemas/" + topic + ".schema.json"));
            for (JsonNode choice : schema.get("allOf")) {
                Set<String> names = new TreeSet<>();
                // Of the envelope, and a field in InfluxDB.
                names.add("revision");
                choice.at("/then/properties/tags/properties").fieldNames().forEachRemaining(names::add);
                choice.at("/then/properties/fields/properties").fieldNames().forEachRemaining(names::add);
                columns.put(choice.at("/if/properties/measurement/const").asText(), names);
            }
        }
        JsonNode flink = Project.json(Project.root().resolve("schemas/flink.metrics.json"));
        for (JsonNode metric : flink.get("measurements")) {
            Set<String> names = new TreeSet<>();
            metric.get("tags").forEach(tag -> names.add(tag.asText()));
            metric.get("fields").fieldNames().forEachRemaining(names::add);
            columns.put(metric.get("measurement").asText(), names);
        }
        return new Declared(columns);
    }
}
