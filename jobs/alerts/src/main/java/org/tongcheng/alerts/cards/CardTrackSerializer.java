package org.tongcheng.alerts.cards;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertTrack;
import org.tongcheng.plumbing.serial.CompactSerializer;

/** Cards with an alert are rare: rule and track as Java writes records, by the names of their components. */
public final class CardTrackSerializer extends CompactSerializer<CardTrack> {

    static final CardTrackSerializer INSTANCE = new CardTrackSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public CardTrack createInstance() {
        throw new UnsupportedOperationException("a track has a rule");
    }

    @Override
    public void serialize(CardTrack track, DataOutputView target) throws IOException {
        write(track.rule(), target);
        write(track.track(), target);
    }

    @Override
    public CardTrack deserialize(DataInputView source) throws IOException {
        AlertRule rule = read(AlertRule.class, source);
        return new CardTrack(rule, read(AlertTrack.class, source));
    }

    private static void write(Object value, DataOutputView target) throws IOException {
        byte[] bytes = InstantiationUtil.serializeObject(value);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    private static <T> T read(Class<T> type, DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        try {
            Object value = InstantiationUtil.deserializeObject(bytes, type.getClassLoader());
            return type.cast(value);
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    @Override
    public TypeSerializerSnapshot<CardTrack> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CardTrack> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
