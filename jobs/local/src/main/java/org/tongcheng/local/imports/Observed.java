package org.tongcheng.local.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a table says, ready to be written as the contract wants it.
 *
 * @param site station or section
 * @param observedAt epoch milliseconds
 * @param status of a section's station, null for stations of air quality
 * @param values by their names in the contract, in the order in which they are written
 */
record Observed(String site, long observedAt, @Nullable String status, Map<String, @Nullable BigDecimal> values) {

    private static final JsonFactory JSON = new JsonFactory();

    /** @param source the system that delivered it, and the file */
    byte[] json(String source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("schema_version", status == null ? "air/1" : "water/1");
            json.writeStringField(status == null ? "station_id" : "section_id", site);
            json.writeStringField(
                    "observed_at",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            Instant.ofEpochMilli(observedAt).atZone(PlatformTime.ZONE)));
            json.writeStringField("source", source);
            if (status != null) {
                json.writeStringField("station_status", status);
            }
            json.writeObjectFieldStart("values");
            for (Map.Entry<String, @Nullable BigDecimal> entry : values.entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable BigDecimal value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value.toPlainString());
        }
    }
}
