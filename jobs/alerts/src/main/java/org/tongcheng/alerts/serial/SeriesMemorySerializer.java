package org.tongcheng.alerts.serial;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.tongcheng.alerts.watch.SeriesMemory;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.plumbing.serial.CompactSerializer;
import org.tongcheng.plumbing.serial.Varint;

/** Five to ten bytes a reading. */
public final class SeriesMemorySerializer extends CompactSerializer<SeriesMemory> {

    public static final SeriesMemorySerializer INSTANCE = new SeriesMemorySerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public SeriesMemory createInstance() {
        return SeriesMemory.EMPTY;
    }

    @Override
    public void serialize(SeriesMemory memory, DataOutputView target) throws IOException {
        target.writeLong(memory.newest());
        target.writeLong(memory.seen());
        target.writeLong(memory.settledTo());
        target.writeLong(memory.hoursTo());
        Varint.writeSigned(memory.readings().size(), target);
        for (Map.Entry<String, List<Reading>> field : memory.readings().entrySet()) {
            StringValue.writeString(field.getKey(), target);
            Packed.writeReadings(field.getValue(), target);
        }
    }

    @Override
    public SeriesMemory deserialize(DataInputView source) throws IOException {
        long newest = source.readLong();
        long seen = source.readLong();
        long settledTo = source.readLong();
        long hoursTo = source.readLong();
        Map<String, List<Reading>> readings = new HashMap<>();
        for (int left = Packed.readInt(source); left > 0; left--) {
            readings.put(StringValue.readString(source), Packed.readReadings(source));
        }
        return new SeriesMemory(newest, seen, settledTo, hoursTo, readings);
    }

    @Override
    public TypeSerializerSnapshot<SeriesMemory> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SeriesMemory> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
