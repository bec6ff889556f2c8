package org.tongcheng.transit.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.domain.transit.TapsByCard;
import org.tongcheng.plumbing.serial.Varint;

/** Eighteen bytes a card and its packed taps. */
public final class TapsByCardSerializer extends MutableSerializer<TapsByCard> {

    public static final TapsByCardSerializer INSTANCE = new TapsByCardSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public TapsByCard createInstance() {
        return new TapsByCard();
    }

    @Override
    public TapsByCard copy(TapsByCard from) {
        return from.copy();
    }

    @Override
    public void serialize(TapsByCard cards, DataOutputView target) throws IOException {
        Varint.write(cards.size(), target);
        cards.<IOException>forEach((high, low, packed) -> {
            target.writeLong(high);
            target.writeLong(low);
            Varint.write(packed.length, target);
            target.write(packed);
        });
    }

    @Override
    public TapsByCard deserialize(DataInputView source) throws IOException {
        TapsByCard cards = new TapsByCard();
        for (long left = Varint.read(source); left > 0; left--) {
            long high = source.readLong();
            long low = source.readLong();
            byte[] packed = new byte[(int) Varint.read(source)];
            source.readFully(packed);
            cards.put(high, low, packed);
        }
        return cards;
    }

    @Override
    public TypeSerializerSnapshot<TapsByCard> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<TapsByCard> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
