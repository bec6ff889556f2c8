package org.tongcheng.local.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.local.server.InfluxQuery;

/** The alerts that InfluxDB knows of, asked in InfluxQL: a line for each, from its first to its last record. */
record AlertTable(InfluxQuery influx, String database, ZoneId zone) {

    private static final Set<String> ENDED = Set.of(AlertState.RESOLVED.wireName(), AlertState.RETRACTED.wireName());

    /** One alert by its records, the first of them first. */
    private record Line(List<Map<String, String>> records) {

        Instant raised() {
            return time(records.get(0));
        }

        Map<String, String> last() {
            return records.get(records.size() - 1);
        }

        Severity worst() {
            return records.stream()
                    .map(row -> Severity.valueOf(of(row, "severity").toUpperCase(Locale.ROOT)))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    String text() throws InterruptedException {
        DateTimeFormatter clock =
                DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(zone);
        TextTable table = TextTable.ofTexts("Raised", "Ended", "State", "Worst", "Rule", "Where");
        for (Line line : lines()) {
            Map<String, String> last = line.last();
            String state = of(last, "state");
            table.row(List.of(
                    clock.format(line.raised()),
                    ENDED.contains(state) ? clock.format(time(last)) : "",
                    state,
                    line.worst().wireName(),
                    of(last, "rule_id"),
                    where(last)));
        }
        return table.toString();
    }

    private List<Line> lines() throws InterruptedException {
        Map<String, Line> alerts = new HashMap<>();
        List<Map<String, String>> rows = influx.rows(
                database, "SELECT title_en, alert_id, entity_id, rule_id, \"sequence\", severity, state FROM alert");
        rows.sort(Comparator.comparingInt(row -> Integer.parseInt(of(row, "sequence"))));
        for (Map<String, String> row : rows) {
            alerts.computeIfAbsent(of(row, "alert_id"), id -> new Line(new ArrayList<>()))
                    .records()
                    .add(row);
        }
        return alerts.values().stream()
                .sorted(Comparator.comparing(Line::raised)
                        .thenComparing(line -> of(line.last(), "rule_id"))
                        .thenComparing(line -> of(line.last(), "entity_id")))
                .toList();
    }

    private static Instant time(Map<String, String> row) {
        return Instant.ofEpochSecond(0, Long.parseLong(of(row, "time")));
    }

    /** Most titles end with the name; the others are about one thing only. */
    private static String where(Map<String, String> row) {
        String title = of(row, "title_en");
        int colon = title.lastIndexOf(": ");
        return colon < 0 ? of(row, "entity_id") : title.substring(colon + 2);
    }

    private static String of(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
