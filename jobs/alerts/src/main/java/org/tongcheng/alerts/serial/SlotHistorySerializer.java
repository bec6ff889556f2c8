package org.tongcheng.alerts.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.domain.alert.SlotHistory;
import org.tongcheng.plumbing.serial.CompactSerializer;

/** About ten bytes a week. */
public final class SlotHistorySerializer extends CompactSerializer<SlotHistory> {

    public static final SlotHistorySerializer INSTANCE = new SlotHistorySerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public SlotHistory createInstance() {
        return SlotHistory.EMPTY;
    }

    @Override
    public void serialize(SlotHistory history, DataOutputView target) throws IOException {
        Packed.writeReadings(history.readings(), target);
    }

    @Override
    public SlotHistory deserialize(DataInputView source) throws IOException {
        return new SlotHistory(Packed.readReadings(source));
    }

    @Override
    public TypeSerializerSnapshot<SlotHistory> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SlotHistory> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
