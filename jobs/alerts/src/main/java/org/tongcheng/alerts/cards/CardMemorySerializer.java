package org.tongcheng.alerts.cards;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.domain.alert.CardPlace;
import org.tongcheng.plumbing.serial.CompactSerializer;

/** A card in state: about thirty-five bytes a place. */
public final class CardMemorySerializer extends CompactSerializer<CardMemory> {

    static final CardMemorySerializer INSTANCE = new CardMemorySerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public CardMemory createInstance() {
        return CardMemory.NOTHING;
    }

    @Override
    public void serialize(CardMemory memory, DataOutputView target) throws IOException {
        CardPlace last = memory.last();
        target.writeBoolean(last != null);
        if (last != null) {
            write(last, target);
        }
        target.writeInt(memory.waiting().size());
        for (CardPlace place : memory.waiting()) {
            write(place, target);
        }
    }

    @Override
    public CardMemory deserialize(DataInputView source) throws IOException {
        CardPlace last = source.readBoolean() ? read(source) : null;
        int count = source.readInt();
        List<CardPlace> waiting = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            waiting.add(read(source));
        }
        return new CardMemory(last, waiting);
    }

    private static void write(CardPlace place, DataOutputView target) throws IOException {
        target.writeUTF(place.stopId());
        target.writeLong(place.time());
        target.writeDouble(place.longitude());
        target.writeDouble(place.latitude());
    }

    private static CardPlace read(DataInputView source) throws IOException {
        String stopId = source.readUTF();
        long time = source.readLong();
        double longitude = source.readDouble();
        return new CardPlace(stopId, time, longitude, source.readDouble());
    }

    @Override
    public TypeSerializerSnapshot<CardMemory> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CardMemory> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
