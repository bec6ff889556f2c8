package org.tongcheng.transit.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.domain.transit.RecentIds;

/** Twelve bytes an id. */
public final class RecentIdsSerializer extends MutableSerializer<RecentIds> {

    public static final RecentIdsSerializer INSTANCE = new RecentIdsSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public RecentIds createInstance() {
        return new RecentIds();
    }

    @Override
    public RecentIds copy(RecentIds from) {
        return from.copy();
    }

    @Override
    public void serialize(RecentIds ids, DataOutputView target) throws IOException {
        Varint.write(ids.size(), target);
        target.write(ids.toBytes());
    }

    @Override
    public RecentIds deserialize(DataInputView source) throws IOException {
        byte[] bytes = new byte[RecentIds.BYTES * (int) Varint.read(source)];
        source.readFully(bytes);
        return RecentIds.of(bytes);
    }

    @Override
    public TypeSerializerSnapshot<RecentIds> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<RecentIds> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
