package org.tongcheng.alerts.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.tongcheng.alerts.watch.GroupMember;
import org.tongcheng.plumbing.serial.CompactSerializer;

/** The series' text, and what {@link SeriesMemorySerializer} writes. */
public final class GroupMemberSerializer extends CompactSerializer<GroupMember> {

    public static final GroupMemberSerializer INSTANCE = new GroupMemberSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public GroupMember createInstance() {
        return GroupMember.NONE;
    }

    @Override
    public void serialize(GroupMember member, DataOutputView target) throws IOException {
        StringValue.writeString(member.series(), target);
        SeriesMemorySerializer.INSTANCE.serialize(member.memory(), target);
    }

    @Override
    public GroupMember deserialize(DataInputView source) throws IOException {
        return new GroupMember(StringValue.readString(source), SeriesMemorySerializer.INSTANCE.deserialize(source));
    }

    @Override
    public TypeSerializerSnapshot<GroupMember> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<GroupMember> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
