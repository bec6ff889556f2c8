package org.tongcheng.delivery.alertmanager;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The body of {@code POST /api/v2/alerts}. */
public final class AlertPostJson {

    private static final JsonFactory JSON = new JsonFactory();

    private AlertPostJson() {}

    public static String of(List<AlertPost> posts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (AlertPost post : posts) {
                json.writeStartObject();
                write(json, "labels", post.labels());
                write(json, "annotations", post.annotations());
                json.writeStringField("startsAt", time(post.startsAt()));
                json.writeStringField("endsAt", time(post.endsAt()));
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be written", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, Map<String, String> pairs) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> pair : new TreeMap<>(pairs).entrySet()) {
            json.writeStringField(pair.getKey(), pair.getValue());
        }
        json.writeEndObject();
    }

    private static String time(long moment) {
        return Instant.ofEpochMilli(moment).toString();
    }
}
