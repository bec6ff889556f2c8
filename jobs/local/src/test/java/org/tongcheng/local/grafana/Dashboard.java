package org.tongcheng.local.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A generated dashboard.
 *
 * @param language zh or en
 */
record Dashboard(String language, String name, JsonNode json) {

    static final List<String> NAMES = List.of("region", "transit", "air", "water", "alerts", "pipeline");
    static final List<String> LANGUAGES = List.of("zh", "en");

    static List<Dashboard> all() {
        return LANGUAGES.stream()
                .flatMap(language -> NAMES.stream().map(name -> of(language, name)))
                .toList();
    }

    static Dashboard of(String language, String name) {
        return new Dashboard(
                language,
                name,
                Project.json(Project.root().resolve("grafana/dashboards/" + language + "/" + name + ".json")));
    }

    String uid() {
        return json.get("uid").asText();
    }

    /** Without the headings of groups. */
    List<JsonNode> panels() {
        return list(json.get("panels")).stream()
                .filter(panel -> !panel.get("type").asText().equals("row"))
                .toList();
    }

    /** Variables that ask the store, with what they ask. */
    Map<String, String> askingVariables() {
        Map<String, String> asking = new TreeMap<>();
        for (JsonNode variable : json.at("/templating/list")) {
            if (variable.get("type").asText().equals("query")) {
                asking.put(variable.get("name").asText(), variable.get("query").asText());
            }
        }
        return asking;
    }

    List<String> variables() {
        return list(json.at("/templating/list")).stream()
                .map(variable -> variable.get("name").asText())
                .toList();
    }

    /** Everything that panels and annotations ask. */
    List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        for (JsonNode panel : panels()) {
            for (JsonNode target : panel.get("targets")) {
                asked.add(Asked.ofPanel(this, panel, target));
            }
        }
        for (JsonNode annotation : json.at("/annotations/list")) {
            asked.add(Asked.ofAnnotation(this, annotation));
        }
        return asked;
    }

    /** The one query of a panel, by the panel's title. */
    Asked asked(String title) {
        return asked().stream()
                .filter(asked -> asked.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no panel " + title));
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public String toString() {
        return language + "/" + name;
    }
}
