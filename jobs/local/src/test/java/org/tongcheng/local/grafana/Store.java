package org.tongcheng.local.grafana;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongcheng.local.server.InfluxQuery;
import org.tongcheng.local.server.LocalInflux;

/** Asks the store what a dashboard asks, with everything filled in as Grafana does. */
final class Store {

    /** The demo's day, with what arrives and what is dated a little before and after it. */
    private static final Instant FROM = Instant.parse("2026-03-03T16:00:00Z");

    private static final Instant TO = Instant.parse("2026-03-06T16:00:00Z");

    /** Panels on the cluster's own time show this much of it. */
    private static final Duration CLOCK = Duration.ofHours(1);

    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$*+?.()|\\[\\]{}/]");
    private static final String ALL = ".*";

    private final InfluxQuery query;

    Store(URI influx) {
        this.query = new InfluxQuery(influx, Map.of());
    }

    /** With all values of all variables. */
    List<Map<String, String>> ask(Asked asked) throws InterruptedException {
        return ask(asked, Map.of());
    }

    /** @param chosen regular expressions by variable; where there is none, all */
    List<Map<String, String>> ask(Asked asked, Map<String, String> chosen) throws InterruptedException {
        long from = asked.clock() ? Instant.now().minus(CLOCK).toEpochMilli() : FROM.toEpochMilli();
        long to = asked.clock() ? Instant.now().toEpochMilli() : TO.toEpochMilli();
        String filled = asked.query()
                .replace("$timeFilter", "time >= " + from + "ms AND time <= " + to + "ms")
                .replace("${__from}", String.valueOf(from))
                .replace("${__to}", String.valueOf(to))
                .replace("$__interval", asked.step());
        return query.rows(LocalInflux.DATABASE, withVariables(filled, chosen));
    }

    /** What can be chosen of a variable, when everything is chosen of the others. */
    List<String> values(String variableQuery) throws InterruptedException {
        return query.rows(LocalInflux.DATABASE, withVariables(variableQuery, Map.of())).stream()
                .map(row -> row.get("value"))
                .distinct()
                .toList();
    }

    /** As several chosen values get into a query. */
    static String several(List<String> values) {
        return values.stream()
                .map(value -> SPECIAL.matcher(value).replaceAll("\\\\$0"))
                .collect(Collectors.joining("|", "(", ")"));
    }

    private static String withVariables(String text, Map<String, String> chosen) {
        Map<String, String> all = new TreeMap<>();
        for (String name : List.of("region", "city", "route", "station", "river", "section", "rule", "feed", "job")) {
            all.put(name, chosen.getOrDefault(name, ALL));
        }
        String filled = text;
        for (Map.Entry<String, String> variable : all.entrySet()) {
            filled = filled.replace("/^$" + variable.getKey() + "$/", "/^" + variable.getValue() + "$/");
        }
        if (filled.contains("$city") || filled.contains("$time") || filled.contains("${")) {
            throw new AssertionError("not everything is filled in: " + filled);
        }
        return filled;
    }
}
