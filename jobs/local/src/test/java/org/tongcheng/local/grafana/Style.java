package org.tongcheng.local.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one table of units, colours and thresholds.
 *
 * @param thresholds each as {@code value colour, value colour ...}
 */
record Style(Set<String> units, Set<String> colours, Set<String> modes, Set<String> thresholds) {

    static Style table() {
        JsonNode table = Project.json(Project.root().resolve("grafana/src/style.json"));
        Set<String> units = new TreeSet<>();
        table.get("units").forEach(unit -> units.add(unit.asText()));
        Set<String> modes = new TreeSet<>();
        table.at("/colours/modes").forEach(mode -> modes.add(mode.asText()));
        Set<String> colours = new TreeSet<>();
        table.get("colours").forEach(group -> group.forEach(colour -> colours.add(colour.asText())));
        colours.removeAll(modes);
        Set<String> thresholds = new TreeSet<>();
        for (JsonNode steps : table.get("thresholds")) {
            List<String> shown = new ArrayList<>();
            for (JsonNode step : steps) {
                String path = "/colours/" + step.get(1).asText().replace('.', '/');
                shown.add(step.get(0).asText() + " " + table.at(path).asText());
            }
            thresholds.add(String.join(", ", shown));
        }
        return new Style(units, colours, modes, thresholds);
    }

    /** Thresholds of a dashboard as they stand in the table. */
    static String shown(JsonNode steps) {
        List<String> shown = new ArrayList<>();
        for (JsonNode step : steps) {
            shown.add(step.get("value").asText() + " " + step.get("color").asText());
        }
        return String.join(", ", shown);
    }
}
