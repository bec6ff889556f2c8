package org.tongcheng.alerts.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.alerts.watch.GroupTime;
import org.tongcheng.plumbing.serial.CompactSerializer;

/** Forty-one bytes a measurement. */
public final class GroupTimeSerializer extends CompactSerializer<GroupTime> {

    public static final GroupTimeSerializer INSTANCE = new GroupTimeSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public GroupTime createInstance() {
        return GroupTime.NONE;
    }

    @Override
    public void serialize(GroupTime time, DataOutputView target) throws IOException {
        target.writeLong(time.start());
        target.writeLong(time.newest());
        target.writeLong(time.judgedTo());
        target.writeLong(time.silentTo());
        target.writeLong(time.settledTo());
        target.writeBoolean(time.live());
    }

    @Override
    public GroupTime deserialize(DataInputView source) throws IOException {
        return new GroupTime(
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readLong(),
                source.readBoolean());
    }

    @Override
    public TypeSerializerSnapshot<GroupTime> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<GroupTime> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
