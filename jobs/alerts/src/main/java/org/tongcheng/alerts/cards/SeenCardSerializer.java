package org.tongcheng.alerts.cards;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.plumbing.serial.CompactSerializer;

/** A card at a stop on its way between subtasks: about thirty-five bytes. */
public final class SeenCardSerializer extends CompactSerializer<SeenCard> {

    public static final SeenCardSerializer INSTANCE = new SeenCardSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public SeenCard createInstance() {
        return new SeenCard(0, 0, "", 0);
    }

    @Override
    public void serialize(SeenCard seen, DataOutputView target) throws IOException {
        target.writeLong(seen.tokenHigh());
        target.writeLong(seen.tokenLow());
        target.writeLong(seen.time());
        target.writeUTF(seen.stopId());
    }

    @Override
    public SeenCard deserialize(DataInputView source) throws IOException {
        long high = source.readLong();
        long low = source.readLong();
        long time = source.readLong();
        return new SeenCard(high, low, source.readUTF(), time);
    }

    @Override
    public TypeSerializerSnapshot<SeenCard> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SeenCard> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
