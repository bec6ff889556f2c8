package org.tongcheng.domain.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Result} in the order of its measurement and refuses names and kinds that it does not have. */
public final class ResultBuilder {

    private final Measurement measurement;
    private final long time;
    private final @Nullable Tag[] tags;
    private final @Nullable Field[] fields;

    ResultBuilder(Measurement measurement, long time) {
        this.measurement = measurement;
        this.time = time;
        this.tags = new Tag[measurement.tags().size()];
        this.fields = new Field[measurement.fields().size()];
    }

    public ResultBuilder tag(String name, String value) {
        tags[measurement.tagIndex(name)] = new Tag(name, value);
        return this;
    }

    public ResultBuilder integer(String name, long value) {
        return put(name, FieldKind.INTEGER, Long.toString(value));
    }

    /** Leaves the field out when there is no value. */
    public ResultBuilder integer(String name, @Nullable Integer value) {
        return value == null ? this : integer(name, value.longValue());
    }

    /** Leaves the field out when there is no value. */
    public ResultBuilder decimal(String name, @Nullable BigDecimal value) {
        return value == null ? this : put(name, FieldKind.DECIMAL, plain(value));
    }

    /** Leaves the field out when there is no value. */
    public ResultBuilder text(String name, @Nullable String value) {
        return value == null ? this : put(name, FieldKind.TEXT, value);
    }

    /** Leaves the field out when there is no value. */
    public ResultBuilder bool(String name, @Nullable Boolean value) {
        return value == null ? this : put(name, FieldKind.BOOLEAN, value.toString());
    }

    public Result build(int revision) {
        List<Tag> presentTags = new ArrayList<>(tags.length);
        for (int i = 0; i < tags.length; i++) {
            Tag tag = tags[i];
            if (tag == null) {
                throw new IllegalStateException(measurement.wireName() + " lacks its tag "
                        + measurement.tags().get(i));
            }
            presentTags.add(tag);
        }
        List<Field> presentFields = new ArrayList<>(fields.length);
        for (Field field : fields) {
            if (field != null) {
                presentFields.add(field);
            }
        }
        return new Result(measurement.wireName(), presentTags, time, revision, presentFields);
    }

    private ResultBuilder put(String name, FieldKind kind, String value) {
        int index = measurement.fieldIndex(name);
        FieldKind due = measurement.fields().get(index).kind();
        if (due != kind) {
            throw new IllegalArgumentException(measurement.wireName() + "." + name + " is " + due + ", not " + kind);
        }
        fields[index] = new Field(name, kind, value);
        return this;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
