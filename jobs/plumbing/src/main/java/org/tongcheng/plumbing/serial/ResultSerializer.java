package org.tongcheng.plumbing.serial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Measurement.FieldSpec;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;

/** A result on its way to the ends of a job: names are left out, as its measurement knows them in their order. */
@SuppressWarnings("EnumOrdinal") // both ends run the same code
public final class ResultSerializer extends CompactSerializer<Result> {

    public static final ResultSerializer INSTANCE = new ResultSerializer();

    /** Type of every stream of results. */
    public static final TypeInformation<Result> RESULT = new CompactType<>(Result.class, INSTANCE);

    private static final long serialVersionUID = 1L;

    /** In the place of a field's number: {@link Field#PARTIAL}. */
    private static final byte PARTIAL = -1;

    private static final Measurement[] MEASUREMENTS = Measurement.values();
    private static final Map<String, Measurement> BY_NAME =
            Arrays.stream(MEASUREMENTS).collect(Collectors.toMap(Measurement::wireName, Function.identity()));

    @Override
    public Result createInstance() {
        return Measurement.FEED_LEDGER_1M.at(0).tag("feed", "").build(0);
    }

    /** @throws IOException for tags or fields that the measurement does not have, or has in another order */
    @Override
    public void serialize(Result result, DataOutputView target) throws IOException {
        Measurement measurement = BY_NAME.get(result.measurement());
        if (measurement == null) {
            throw new IOException("no measurement is named '" + result.measurement() + "'");
        }
        target.writeByte(measurement.ordinal());
        target.writeLong(result.time());
        target.writeInt(result.revision());
        List<Tag> tags = result.tags();
        for (int i = 0; i < measurement.tags().size(); i++) {
            if (i >= tags.size()
                    || !tags.get(i).name().equals(measurement.tags().get(i))) {
                throw misfit(result);
            }
            StringValue.writeString(tags.get(i).value(), target);
        }
        serializeFields(result, measurement.fields(), target);
    }

    private static void serializeFields(Result result, List<FieldSpec> specs, DataOutputView target)
            throws IOException {
        target.writeByte(result.fields().size());
        int spec = 0;
        for (Field field : result.fields()) {
            while (spec < specs.size() && !specs.get(spec).name().equals(field.name())) {
                spec++;
            }
            if (spec == specs.size() && field.equals(Field.PARTIAL)) {
                target.writeByte(PARTIAL);
            } else if (spec == specs.size() || specs.get(spec).kind() != field.kind()) {
                throw misfit(result);
            } else {
                target.writeByte(spec);
                StringValue.writeString(field.value(), target);
            }
        }
    }

    @Override
    public Result deserialize(DataInputView source) throws IOException {
        Measurement measurement = MEASUREMENTS[source.readByte()];
        long time = source.readLong();
        int revision = source.readInt();
        List<Tag> tags = new ArrayList<>(measurement.tags().size());
        for (String name : measurement.tags()) {
            tags.add(new Tag(name, StringValue.readString(source)));
        }
        int count = source.readByte();
        List<Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte number = source.readByte();
            if (number == PARTIAL) {
                fields.add(Field.PARTIAL);
            } else {
                FieldSpec spec = measurement.fields().get(number);
                fields.add(new Field(spec.name(), spec.kind(), StringValue.readString(source)));
            }
        }
        return new Result(measurement.wireName(), tags, time, revision, fields);
    }

    private static IOException misfit(Result result) {
        return new IOException(
                "tags or fields of " + result.series() + " are not those of its measurement, in its order");
    }

    @Override
    public TypeSerializerSnapshot<Result> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Result> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
