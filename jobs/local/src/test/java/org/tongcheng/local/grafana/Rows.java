package org.tongcheng.local.grafana;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of an answer in the shapes in which they are compared. */
final class Rows {

    private Rows() {}

    /** The one number of an answer of one row. */
    static double number(List<Map<String, String>> rows, String column) {
        if (rows.size() != 1) {
            throw new AssertionError("not one row: " + rows);
        }
        return Double.parseDouble(rows.get(0).get(column));
    }

    /** A column by another; rows without a value are left out. */
    static Map<String, String> by(List<Map<String, String>> rows, String key, String column) {
        Map<String, String> by = new TreeMap<>();
        for (Map<String, String> row : rows) {
            if (!row.get(column).isEmpty()) {
                by.put(row.get(key), row.get(column));
            }
        }
        return by;
    }

    static Map<String, Double> numbers(List<Map<String, String>> rows, String key, String column) {
        Map<String, Double> numbers = new TreeMap<>();
        by(rows, key, column).forEach((name, value) -> numbers.put(name, Double.parseDouble(value)));
        return numbers;
    }

    /** Sums by two columns. */
    static Map<String, Double> pairs(List<Map<String, String>> rows, String first, String second) {
        Map<String, Double> pairs = new TreeMap<>();
        rows.forEach(row -> pairs.put(row.get(first) + " " + row.get(second), Double.parseDouble(row.get("sum"))));
        return pairs;
    }

    static Map<String, Double> doubles(Map<String, Long> counts) {
        Map<String, Double> doubles = new TreeMap<>();
        counts.forEach((key, count) -> doubles.put(key, (double) count));
        return doubles;
    }

    /** Where nothing is grouped by time it is the begin of the span, which moves with the clock. */
    static List<Map<String, String>> withoutTime(List<Map<String, String>> rows) {
        rows.forEach(row -> row.remove("time"));
        return rows;
    }
}
