package org.tongcheng.local.sql;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tongcheng.domain.result.FieldKind;

/**
 * One column of a view.
 *
 * @param expression what it shows, of the type; never an error, whatever a record holds
 */
record ViewColumn(String name, String type, String expression) {

    static final String TEXT = "VARCHAR";
    static final String MOMENT = "TIMESTAMPTZ";
    static final String WHOLE = "BIGINT";
    static final String FLAG = "BOOLEAN";

    /** Wide enough for any value of the contract, and still narrow enough for products of two. */
    static final String DECIMAL = "DECIMAL(24,8)";

    /** A column of the source as it is. */
    static ViewColumn plain(String name, String type) {
        return new ViewColumn(name, type, quoted(name));
    }

    /** A time in UTC, whether or not its file says that it is. */
    static ViewColumn utc(String name) {
        return new ViewColumn(name, MOMENT, "make_timestamptz(epoch_us(" + quoted(name) + "))");
    }

    /** A member of a JSON object, null where it is missing or of another kind. */
    static ViewColumn member(String json, String name, String type) {
        String text = quoted(json) + " ->> '$.\"" + name + "\"'";
        return new ViewColumn(name, type, type.equals(TEXT) ? text : "TRY_CAST(" + text + " AS " + type + ")");
    }

    static String typeOf(FieldKind kind) {
        return switch (kind) {
            case INTEGER -> WHOLE;
            case DECIMAL -> DECIMAL;
            case TEXT -> TEXT;
            case BOOLEAN -> FLAG;
        };
    }

    /** A view of the columns of a source. */
    static String view(String name, List<ViewColumn> columns, String source) {
        return columns.stream()
                .map(column -> column.expression + " AS " + quoted(column.name))
                .collect(Collectors.joining(", ", "CREATE VIEW " + quoted(name) + " AS SELECT ", " FROM " + source));
    }

    /**
     * A view of a file that each run may have, with the run's name in front.
     *
     * @param runs folders by the names of their runs
     * @param reader names the table of a file, given as a literal
     */
    static String viewOfRuns(
            String file, List<ViewColumn> columns, Map<String, Path> runs, UnaryOperator<String> reader) {
        String name = viewOf(file);
        List<String> sources = new ArrayList<>();
        runs.forEach((run, folder) -> {
            Path there = folder.resolve(file + ".jsonl");
            if (Files.isRegularFile(there)) {
                sources.add("SELECT " + literal(run) + " AS run, * FROM " + reader.apply(literal(there.toString())));
            }
        });
        return sources.isEmpty()
                ? emptyView(name, columns)
                : view(name, columns, "(" + String.join(" UNION ALL ", sources) + ")");
    }

    /** A view of the columns without a row. */
    static String emptyView(String name, List<ViewColumn> columns) {
        return columns.stream()
                .map(column -> "CAST(NULL AS " + column.type + ") AS " + quoted(column.name))
                .collect(Collectors.joining(", ", "CREATE VIEW " + quoted(name) + " AS SELECT ", " WHERE FALSE"));
    }

    /** A name as an identifier. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal. */
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** What a topic's view is called. */
    static String viewOf(String topic) {
        return topic.replace('.', '_').toLowerCase(Locale.ROOT);
    }
}
