package org.tongcheng.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.FieldKind;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;

/** The envelope of results, as JSON on one line. */
public final class ResultCodec {

    private static final BigDecimal LARGEST_REVISION = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** Wider than any field of any measurement. */
    private static final BigDecimal LARGEST_NUMBER = BigDecimal.valueOf(Long.MAX_VALUE);

    private ResultCodec() {}

    /** The point with its revision; its time in the offset of the zone. */
    public static byte[] encode(Result result, ZoneId zone) {
        return JsonWriter.object(json -> {
            writeIdentity(json, result, zone);
            json.writeNumberField("revision", result.revision());
            writeFields(json, result);
        });
    }

    /** The point without its revision, as result files hold it. */
    public static byte[] encodeForFile(Result result, ZoneId zone) {
        return JsonWriter.object(json -> {
            writeIdentity(json, result, zone);
            writeFields(json, result);
        });
    }

    /** Measurement and tags: the key of the record. */
    public static byte[] key(Result result) {
        return result.series().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an envelope by its measurement: all tags, the fields that have a value, and whether it is partial. Names that
     * the measurement does not have are ignored; a measurement that does not exist is {@code unknown_value}.
     */
    public static Decoded<Result> decode(byte[] payload) {
        long time = FeedRecord.UNKNOWN_TIME;
        try {
            Members members = JsonText.read(payload);
            time = members.readableMoment("time");
            Measurement measurement = measurement(members);
            List<Tag> tags = tags(measurement, members.object("tags"));
            Result result = new Result(
                    measurement.wireName(),
                    tags,
                    members.moment("time"),
                    revision(members),
                    fields(measurement, members.object("fields")));
            return Decoded.of(result, time);
        } catch (RejectedException e) {
            return Decoded.rejected(e.rejection(), time);
        }
    }

    private static void writeIdentity(JsonGenerator json, Result result, ZoneId zone) throws IOException {
        json.writeStringField("measurement", result.measurement());
        json.writeObjectFieldStart("tags");
        for (Tag tag : result.tags()) {
            json.writeStringField(tag.name(), tag.value());
        }
        json.writeEndObject();
        json.writeStringField("time", JsonWriter.time(result.time(), zone));
    }

    private static void writeFields(JsonGenerator json, Result result) throws IOException {
        json.writeObjectFieldStart("fields");
        for (Field field : result.fields()) {
            json.writeFieldName(field.name());
            switch (field.kind()) {
                case INTEGER, DECIMAL -> json.writeNumber(field.value());
                case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(field.value()));
                case TEXT -> json.writeString(field.value());
            }
        }
        json.writeEndObject();
    }

    private static Measurement measurement(Members members) throws RejectedException {
        String name = members.text("measurement", 0, Members.UNLIMITED);
        for (Measurement measurement : Measurement.values()) {
            if (measurement.wireName().equals(name)) {
                return measurement;
            }
        }
        throw members.reject(
                RejectionReason.UNKNOWN_VALUE,
                "measurement",
                "no measurement is named " + RejectedException.quote(name));
    }

    private static List<Tag> tags(Measurement measurement, Members members) throws RejectedException {
        List<Tag> tags = new ArrayList<>(measurement.tags().size());
        for (String name : measurement.tags()) {
            tags.add(new Tag(name, members.text(name, 0, Members.UNLIMITED)));
        }
        return tags;
    }

    private static int revision(Members members) throws RejectedException {
        members.optionalInteger("revision");
        BigDecimal revision = members.optionalDecimal("revision", BigDecimal.ZERO, LARGEST_REVISION);
        return revision == null ? 0 : revision.intValueExact();
    }

    private static List<Field> fields(Measurement measurement, Members members) throws RejectedException {
        List<Field> fields = new ArrayList<>();
        for (Measurement.FieldSpec spec : measurement.fields()) {
            String value = value(members, spec.name(), spec.kind());
            if (value != null) {
                fields.add(new Field(spec.name(), spec.kind(), value));
            }
        }
        if (Boolean.TRUE.equals(members.optionalFlag(Field.PARTIAL.name()))) {
            fields.add(Field.PARTIAL);
        }
        return fields;
    }

    private static @Nullable String value(Members members, String name, FieldKind kind) throws RejectedException {
        if (kind == FieldKind.TEXT) {
            return members.optionalText(name, 0, Members.UNLIMITED);
        }
        if (kind == FieldKind.BOOLEAN) {
            Boolean flag = members.optionalFlag(name);
            return flag == null ? null : flag.toString();
        }
        if (kind == FieldKind.INTEGER) {
            members.optionalInteger(name);
        }
        BigDecimal number = members.optionalDecimal(name, LARGEST_NUMBER.negate(), LARGEST_NUMBER);
        return number == null ? null : number.toPlainString();
    }
}
