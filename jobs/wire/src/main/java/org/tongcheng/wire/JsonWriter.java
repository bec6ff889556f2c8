package org.tongcheng.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;

/** Writes one JSON object to bytes in UTF-8. */
final class JsonWriter {

    private static final int USUAL_SIZE = 512;

    private JsonWriter() {}

    /** What stands between the braces. */
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** On one line, without a line end. */
    static byte[] object(Content content) {
        return write(content, null);
    }

    /** Indented, with line ends that are the same on every system. */
    static byte[] indentedObject(Content content) {
        return write(content, new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    }

    private static byte[] write(Content content, @Nullable PrettyPrinter printer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(bytes)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
            if (printer != null) {
                json.writeRaw('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * RFC 3339 in the offset of the zone, with seconds: {@code 2026-03-05T10:00:00+08:00}; in UTC for times so old that
     * the offset was no whole minutes.
     */
    static String time(long epochMilliseconds, ZoneId zone) {
        ZonedDateTime time = Instant.ofEpochMilli(epochMilliseconds).atZone(zone);
        boolean wholeMinutes = time.getOffset().getTotalSeconds() % 60 == 0;
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                wholeMinutes ? time : time.withZoneSameInstant(ZoneOffset.UTC));
    }

    /** Leaves an empty text out. */
    static void writeOptionalText(JsonGenerator json, String name, @Nullable String text) throws IOException {
        if (text != null && !text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }

    /** In the number's one spelling: no exponent, no trailing zero after the point. Leaves out what is missing. */
    static void writeOptionalNumber(JsonGenerator json, String name, @Nullable BigDecimal number) throws IOException {
        if (number != null) {
            json.writeFieldName(name);
            json.writeNumber(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }
    }

    /** Leaves the time out where it is unknown. */
    static void writeOptionalTime(JsonGenerator json, String name, long epochMilliseconds, ZoneId zone)
            throws IOException {
        if (epochMilliseconds != FeedRecord.UNKNOWN_TIME) {
            json.writeStringField(name, time(epochMilliseconds, zone));
        }
    }
}
