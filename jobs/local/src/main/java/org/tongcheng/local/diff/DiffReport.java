package org.tongcheng.local.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.local.demo.TextTable;

/**
 * What a comparison found.
 *
 * @param sides what A and B are
 * @param notes what a reader has to know of what was not compared
 * @param zone in which times are told
 */
public record DiffReport(List<String> sides, Extent extent, Comparison found, List<String> notes, ZoneId zone) {

    /** Whether the sides are equal in all that was compared. */
    public boolean equal() {
        return found.equal();
    }

    /** Measurements of which the sides differ. */
    public Set<String> differing() {
        Set<String> differing = new TreeSet<>();
        found.tallies().forEach((name, tally) -> {
            if (!tally.equal()) {
                differing.add(name);
            }
        });
        return differing;
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("A  ").append(sides.get(0)).append('\n');
        text.append("B  ").append(sides.get(1)).append('\n');
        if (extent.begin() != Long.MIN_VALUE) {
            text.append("from ").append(time(extent.begin(), zone)).append('\n');
        }
        if (extent.end() != Long.MAX_VALUE) {
            text.append("to   ").append(time(extent.end(), zone)).append('\n');
        }
        TextTable table =
                TextTable.ofNumbers("measurement", "A", "B", "only in A", "only in B", "different", "partial");
        found.tallies()
                .forEach((name, tally) -> table.row(Stream.concat(
                                Stream.of(name), counts(tally).values().stream().map(count -> number(count)))
                        .toList()));
        text.append('\n').append(table);
        if (!found.differences().isEmpty()) {
            text.append("\nthe first differences:\n");
            found.differences()
                    .forEach(difference -> text.append(line(difference)).append('\n'));
        }
        text.append('\n');
        notes.forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.append(equal() ? "equal\n" : "different\n").toString();
    }

    /** For programs. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = PointLine.JSON.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeStringField("schema_version", "diff/1");
            json.writeBooleanField("equal", equal());
            json.writeStringField("a", sides.get(0));
            json.writeStringField("b", sides.get(1));
            if (extent.begin() != Long.MIN_VALUE) {
                json.writeStringField("from", time(extent.begin(), zone));
            }
            if (extent.end() != Long.MAX_VALUE) {
                json.writeStringField("to", time(extent.end(), zone));
            }
            json.writeObjectFieldStart("measurements");
            for (Map.Entry<String, Tally> tally : found.tallies().entrySet()) {
                json.writeObjectFieldStart(tally.getKey());
                for (Map.Entry<String, Long> count : counts(tally.getValue()).entrySet()) {
                    json.writeNumberField(count.getKey(), count.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("differences");
            for (Difference difference : found.differences()) {
                write(json, difference);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notes");
            for (String note : notes) {
                json.writeString(note);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.append('\n').toString();
    }

    static String time(long moment, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(moment).atZone(zone));
    }

    private void write(JsonGenerator json, Difference difference) throws IOException {
        Point point = difference.point();
        json.writeStartObject();
        json.writeStringField("kind", difference.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("measurement", point.measurement());
        json.writeObjectFieldStart("tags");
        for (Tag tag : point.tags()) {
            json.writeStringField(tag.name(), tag.value());
        }
        json.writeEndObject();
        json.writeStringField("time", time(point.time(), zone));
        if (difference.kind() == Difference.Kind.FIELD) {
            json.writeStringField("field", difference.field());
            json.writeFieldName("a");
            PointLine.writeValue(json, difference.a());
            json.writeFieldName("b");
            PointLine.writeValue(json, difference.b());
        }
        json.writeEndObject();
    }

    private String line(Difference difference) {
        Point point = difference.point();
        String place = Stream.concat(
                        Stream.of(point.measurement()),
                        point.tags().stream().map(tag -> tag.name() + "=" + tag.value()))
                .collect(Collectors.joining(" "));
        return place + " " + time(point.time(), zone) + ": "
                + switch (difference.kind()) {
                    case ONLY_IN_A -> "only in A";
                    case ONLY_IN_B -> "only in B";
                    case FIELD ->
                        difference.field() + " is " + value(difference.a()) + " in A, " + value(difference.b())
                                + " in B";
                };
    }

    private static String value(@Nullable Value value) {
        return value == null ? "missing" : value.toString();
    }

    private static Map<String, Long> counts(Tally tally) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("a", tally.inA());
        counts.put("b", tally.inB());
        counts.put("only_in_a", tally.onlyInA());
        counts.put("only_in_b", tally.onlyInB());
        counts.put("different", tally.different());
        counts.put("partial", tally.partial());
        return counts;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
