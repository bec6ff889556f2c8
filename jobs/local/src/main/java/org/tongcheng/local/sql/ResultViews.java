package org.tongcheng.local.sql;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Measurement;

/** The results of runs: a view of all points for each topic, and on top of them one for each measurement. */
final class ResultViews {

    static final List<String> TOPICS =
            List.of("transit.results", "air.results", "water.results", "region.results", "alert.results");

    private static final List<ViewColumn> POINT = List.of(
            ViewColumn.plain("run", ViewColumn.TEXT),
            ViewColumn.plain("measurement", ViewColumn.TEXT),
            ViewColumn.plain("tags", "JSON"),
            new ViewColumn("time", ViewColumn.MOMENT, "TRY_CAST(\"time\" AS TIMESTAMPTZ)"),
            ViewColumn.plain("fields", "JSON"));

    private ResultViews() {}

    /** @param runs folders by the names of their runs */
    static List<String> of(Map<String, Path> runs) {
        List<String> views = new ArrayList<>();
        for (String topic : TOPICS) {
            views.add(points(topic, runs));
        }
        for (Measurement measurement : Measurement.values()) {
            String source = topics(measurement).stream()
                    .map(topic -> "SELECT * FROM " + ViewColumn.viewOf(topic))
                    .collect(Collectors.joining(" UNION ALL ", "(", ")"));
            views.add(ViewColumn.view(
                    measurement.wireName(),
                    columns(measurement),
                    source + " WHERE measurement = " + ViewColumn.literal(measurement.wireName())));
        }
        return views;
    }

    static List<ViewColumn> columns(Measurement measurement) {
        List<ViewColumn> columns = new ArrayList<>();
        columns.add(ViewColumn.plain("run", ViewColumn.TEXT));
        columns.add(ViewColumn.plain("time", ViewColumn.MOMENT));
        measurement.tags().forEach(tag -> columns.add(ViewColumn.member("tags", tag, ViewColumn.TEXT)));
        measurement
                .fields()
                .forEach(field ->
                        columns.add(ViewColumn.member("fields", field.name(), ViewColumn.typeOf(field.kind()))));
        String mark = Field.PARTIAL.name();
        ViewColumn partial = ViewColumn.member("fields", mark, ViewColumn.FLAG);
        columns.add(new ViewColumn(mark, ViewColumn.FLAG, "COALESCE(" + partial.expression() + ", FALSE)"));
        return columns;
    }

    private static String points(String topic, Map<String, Path> runs) {
        return ViewColumn.viewOfRuns(
                topic,
                POINT,
                runs,
                file -> "read_json(" + file
                        + ", format = 'newline_delimited', columns = {measurement: 'VARCHAR', tags: 'JSON',"
                        + " \"time\": 'VARCHAR', fields: 'JSON'})");
    }

    /** Where a measurement's points may be. */
    private static List<String> topics(Measurement measurement) {
        if (measurement == Measurement.FEED_LEDGER_1M) {
            return TOPICS.subList(0, 3);
        }
        String name = measurement.wireName();
        return TOPICS.stream()
                .filter(topic -> name.startsWith(topic.substring(0, topic.indexOf('.'))))
                .toList();
    }
}
