package org.tongcheng.local.sql;

import static org.tongcheng.local.sql.ViewColumn.DECIMAL;
import static org.tongcheng.local.sql.ViewColumn.MOMENT;
import static org.tongcheng.local.sql.ViewColumn.TEXT;
import static org.tongcheng.local.sql.ViewColumn.WHOLE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What runs tell beside results: a view each of the transitions of alerts, of dead letters and of late records. */
final class RecordViews {

    private static final String RUN = "run";
    private static final String JSON = "json";

    private static final List<ViewColumn> ALERTS = List.of(
            text("alert_id"),
            text("rule_id"),
            ViewColumn.member(JSON, "rule_version", WHOLE),
            text("measurement"),
            text("state"),
            text("severity"),
            new ViewColumn("entity_kind", TEXT, "json ->> '$.entity.kind'"),
            new ViewColumn("entity_id", TEXT, "json ->> '$.entity.id'"),
            new ViewColumn("city_code", TEXT, "json ->> '$.entity.city_code'"),
            ViewColumn.member(JSON, "onset", MOMENT),
            ViewColumn.member(JSON, "corrected_onset", MOMENT),
            ViewColumn.member(JSON, "at", MOMENT),
            ViewColumn.member(JSON, "sequence", WHOLE),
            ViewColumn.member(JSON, "value", DECIMAL),
            ViewColumn.member(JSON, "threshold", DECIMAL),
            text("title_zh"),
            text("title_en"),
            text("end_reason"));

    private static final List<ViewColumn> PAYLOAD = List.of(
            text("payload"),
            text("payload_encoding"),
            text("topic"),
            ViewColumn.member(JSON, "partition", WHOLE),
            ViewColumn.member(JSON, "offset", WHOLE),
            ViewColumn.member(JSON, "record_timestamp", MOMENT));

    private static final Map<String, List<ViewColumn>> COLUMNS = Map.of(
            "alerts",
            ALERTS,
            "deadletters",
            with(List.of(text("feed"), text("reason"), text("field"), text("detail")), PAYLOAD),
            "late",
            with(
                    List.of(
                            text("feed"),
                            ViewColumn.member(JSON, "event_time", MOMENT),
                            ViewColumn.member(JSON, "oldest_accepted", MOMENT)),
                    PAYLOAD));

    private RecordViews() {}

    /** @param runs folders by the names of their runs */
    static List<String> of(Map<String, Path> runs) {
        return COLUMNS.entrySet().stream()
                .map(view -> view(view.getKey(), view.getValue(), runs))
                .toList();
    }

    private static String view(String topic, List<ViewColumn> own, Map<String, Path> runs) {
        return ViewColumn.viewOfRuns(
                topic,
                with(List.of(ViewColumn.plain(RUN, TEXT)), own),
                runs,
                file -> "read_json_objects(" + file + ", format = 'newline_delimited')");
    }

    private static ViewColumn text(String name) {
        return ViewColumn.member(JSON, name, TEXT);
    }

    private static List<ViewColumn> with(List<ViewColumn> first, List<ViewColumn> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
