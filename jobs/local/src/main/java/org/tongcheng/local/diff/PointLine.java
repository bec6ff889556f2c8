package org.tongcheng.local.diff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Tag;

/**
 * The envelope of results as it is found, one JSON object on a line. Unlike the codec of the jobs it keeps fields and
 * measurements that this version does not know: what differs in them differs.
 */
final class PointLine {

    static final JsonFactory JSON = new JsonFactory();

    private static final int USUAL_SIZE = 256;

    private PointLine() {}

    /** @throws IOException when the line is no point, with the reason */
    static Point read(byte[] line) throws IOException {
        String measurement = null;
        List<Tag> tags = new ArrayList<>(4);
        String time = null;
        int revision = 0;
        Map<String, Value> fields = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            expect(json.nextToken(), JsonToken.START_OBJECT, "an object");
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case "measurement" -> measurement = json.getText();
                    case "time" -> time = json.getText();
                    case "revision" -> revision = json.getIntValue();
                    case "tags" -> readTags(json, tags);
                    case "fields" -> readFields(json, fields);
                    default -> json.skipChildren();
                }
            }
        }
        if (measurement == null || time == null) {
            throw new IOException("it has no measurement or no time");
        }
        return new Point(measurement, tags, moment(time), revision, fields);
    }

    /** The point without its revision; its time in UTC. */
    static byte[] write(Point point) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("measurement", point.measurement());
            json.writeObjectFieldStart("tags");
            for (Tag tag : point.tags()) {
                json.writeStringField(tag.name(), tag.value());
            }
            json.writeEndObject();
            json.writeStringField("time", Instant.ofEpochMilli(point.time()).toString());
            json.writeObjectFieldStart("fields");
            for (Map.Entry<String, Value> field : point.fields().entrySet()) {
                json.writeFieldName(field.getKey());
                writeValue(json, field.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    static void writeValue(JsonGenerator json, @Nullable Value value) throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (value.kind()) {
            case NUMBER -> json.writeNumber(value.text());
            case FLAG -> json.writeBoolean(Boolean.parseBoolean(value.text()));
            case TEXT -> json.writeString(value.text());
        }
    }

    /** The value at which the parser stands; null for null. */
    static @Nullable Value value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value(Value.Kind.NUMBER, json.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Value(Value.Kind.FLAG, json.getText());
            case VALUE_STRING -> new Value(Value.Kind.TEXT, json.getText());
            case VALUE_NULL -> null;
            default -> throw new IOException("the value of '" + json.currentName() + "' is no plain value");
        };
    }

    private static void readTags(JsonParser json, List<Tag> tags) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT, "tags in an object");
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            tags.add(new Tag(name, json.getText()));
        }
    }

    private static void readFields(JsonParser json, Map<String, Value> fields) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT, "fields in an object");
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            Value value = value(json);
            if (value != null) {
                fields.put(name, value);
            }
        }
    }

    private static void expect(@Nullable JsonToken found, JsonToken due, String what) throws IOException {
        if (found != due) {
            throw new IOException("it has no " + what);
        }
    }

    private static long moment(String time) throws IOException {
        try {
            return OffsetDateTime.parse(time).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new IOException("'" + time + "' is no time", e);
        }
    }
}
