package org.tongcheng.local.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of a dashboard, with what Grafana needs of the answer.
 *
 * @param title of the panel or annotation
 * @param step the shortest step of the panel; empty when it has none
 * @param clock whether it is about the cluster's own time rather than the time on show
 * @param columns tags and fields that the panel names
 */
record Asked(String dashboard, String title, String query, String step, boolean clock, List<String> columns) {

    private static final Pattern ALIAS_TAG = Pattern.compile("\\$tag_([a-z_]+)");
    private static final Pattern SELECTED = Pattern.compile("^SELECT (.+?) FROM ");
    private static final Pattern COLUMN = Pattern.compile("\"([a-z0-9_]+)\"");

    static Asked ofPanel(Dashboard dashboard, JsonNode panel, JsonNode target) {
        List<String> columns = new ArrayList<>();
        Matcher alias = ALIAS_TAG.matcher(target.path("alias").asText());
        while (alias.find()) {
            columns.add(alias.group(1));
        }
        if (target.get("resultFormat").asText().equals("table")) {
            for (JsonNode transformation : panel.get("transformations")) {
                transformation.at("/options/renameByName").fieldNames().forEachRemaining(columns::add);
                for (String field : List.of("rowField", "columnField", "valueField")) {
                    if (transformation.at("/options").has(field)) {
                        columns.add(transformation.at("/options/" + field).asText());
                    }
                }
            }
        }
        // Grafana calls it so; every answer has it.
        columns.remove("Time");
        return new Asked(
                dashboard.toString(),
                panel.get("title").asText(),
                target.get("query").asText(),
                panel.path("interval").asText(),
                panel.has("timeFrom"),
                List.copyOf(columns));
    }

    /** It has to select what its texts and tags are made of. */
    static Asked ofAnnotation(Dashboard dashboard, JsonNode annotation) {
        JsonNode target = annotation.get("target");
        List<String> columns = new ArrayList<>(List.of(target.get("textColumn").asText()));
        columns.addAll(List.of(target.get("tagsColumn").asText().split(",", -1)));
        String query = target.get("query").asText();
        Matcher selected = SELECTED.matcher(query);
        if (!selected.find() || COLUMN.matcher(selected.group(1)).results().count() != columns.size()) {
            throw new AssertionError(dashboard + ": " + query + " does not select " + columns);
        }
        return new Asked(dashboard.toString(), annotation.get("name").asText(), query, "", false, columns);
    }

    /** The same of the time on show, where it is about an earlier one: a day has no week before. */
    Asked notEarlier() {
        return new Asked(dashboard, title, query.replace("ms - 7d", "ms - 0d"), step, clock, columns);
    }

    @Override
    public String toString() {
        return dashboard + ", " + title + ": " + query;
    }
}
