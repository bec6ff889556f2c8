package org.tongcheng.plumbing.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.FieldKind;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;

class ResultSerializerTest {

    private static final ResultSerializer SERIALIZER = ResultSerializer.INSTANCE;

    @Property(tries = 300)
    void everyResultComesBackAsItWent(
            @ForAll Measurement measurement,
            @ForAll long time,
            @ForAll int revision,
            @ForAll @StringLength(max = 300) String text,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        List<Tag> tags = new ArrayList<>();
        measurement.tags().forEach(name -> tags.add(new Tag(name, text + random.nextInt())));
        List<Field> fields = new ArrayList<>();
        for (Measurement.FieldSpec spec : measurement.fields()) {
            if (random.nextBoolean()) {
                fields.add(new Field(spec.name(), spec.kind(), text + random.nextInt()));
            }
        }
        if (random.nextBoolean()) {
            fields.add(Field.PARTIAL);
        }
        Result result = new Result(measurement.wireName(), tags, time, revision, fields);
        DataOutputSerializer target = new DataOutputSerializer(64);
        SERIALIZER.serialize(result, target);
        DataInputDeserializer source = new DataInputDeserializer(target.getCopyOfBuffer());
        assertThat(SERIALIZER.deserialize(source)).isEqualTo(result);
        assertThat(source.available()).isZero();
    }

    @Test
    void whatIsNotOfItsMeasurementIsRefused() {
        List<Tag> city = List.of(new Tag("city_code", "510100"));
        Field entries = new Field("total_entries", FieldKind.INTEGER, "1");
        Field exits = new Field("total_exits", FieldKind.INTEGER, "1");
        refused(new Result("transit_city_2m", city, 0, 0, List.of()), "transit_city_2m");
        refused(new Result("transit_city_1m", List.of(), 0, 0, List.of()), "in its order");
        refused(new Result("transit_city_1m", city, 0, 0, List.of(exits, entries)), "in its order");
        refused(new Result("transit_city_1m", city, 0, 0, List.of(Field.PARTIAL, entries)), "in its order");
        refused(
                new Result("transit_city_1m", city, 0, 0, List.of(new Field("total_exits", FieldKind.TEXT, "1"))),
                "in its order");
    }

    @Test
    void aRestoredJobFindsItAgain() {
        assertThat(SERIALIZER.snapshotConfiguration().restoreSerializer()).isSameAs(SERIALIZER);
        assertThat(ResultSerializer.RESULT.getTypeClass()).isEqualTo(Result.class);
        assertThat(SERIALIZER.createInstance().measurement()).isEqualTo("feed_ledger_1m");
    }

    private static void refused(Result result, String reason) {
        assertThatThrownBy(() -> SERIALIZER.serialize(result, new DataOutputSerializer(64)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }
}
