package org.tongcheng.transit.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.domain.transit.GatedTap;
import org.tongcheng.plumbing.serial.CompactSerializer;
import org.tongcheng.plumbing.serial.Varint;

/** A card's tap on its way between subtasks: about fifty bytes. */
public final class CardTapSerializer extends CompactSerializer<CardTap> {

    public static final CardTapSerializer INSTANCE = new CardTapSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public CardTap createInstance() {
        return new CardTap(0, 0, new GatedTap(0, false, 0, 0, TransactionId.of("")));
    }

    @Override
    public void serialize(CardTap tap, DataOutputView target) throws IOException {
        GatedTap gated = tap.tap();
        target.writeLong(tap.tokenHigh());
        target.writeLong(tap.tokenLow());
        target.writeLong(gated.time());
        target.writeBoolean(gated.exit());
        target.writeInt(gated.cityCode());
        Varint.writeSigned(gated.amountFen(), target);
        TransactionIds.write(gated.id(), target);
    }

    @Override
    public CardTap deserialize(DataInputView source) throws IOException {
        long high = source.readLong();
        long low = source.readLong();
        long time = source.readLong();
        boolean exit = source.readBoolean();
        int cityCode = source.readInt();
        long amountFen = Varint.readSigned(source);
        return new CardTap(high, low, new GatedTap(time, exit, cityCode, amountFen, TransactionIds.read(source)));
    }

    @Override
    public TypeSerializerSnapshot<CardTap> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CardTap> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
