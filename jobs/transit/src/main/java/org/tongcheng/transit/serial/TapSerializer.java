package org.tongcheng.transit.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TapPlace;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.plumbing.serial.CompactSerializer;
import org.tongcheng.plumbing.serial.Varint;

/** A tap on its way between subtasks: about 100 bytes, no field names; places that repeat are read without copying. */
@SuppressWarnings("EnumOrdinal") // both ends run the same code
public final class TapSerializer extends CompactSerializer<Tap> {

    public static final TapSerializer INSTANCE = new TapSerializer();

    private static final long serialVersionUID = 1L;
    private static final FareAction[] ACTIONS = FareAction.values();
    private static final int TRANSFER = 8;
    private static final int FLAGGED = 16;
    private static final int ISSUED_HERE = 32;
    private static final int ISSUED_ELSEWHERE = 64;

    private transient @Nullable PlaceBytes places;

    @Override
    public TapSerializer duplicate() {
        return new TapSerializer();
    }

    @Override
    public Tap createInstance() {
        return new Tap(
                TransactionId.of(""),
                0,
                0,
                0,
                0,
                0,
                new TapPlace("", null, null, 0),
                null,
                FareAction.OTHER,
                false,
                0,
                0,
                false);
    }

    @Override
    public void serialize(Tap tap, DataOutputView target) throws IOException {
        String issuer = tap.issuerCityCode();
        boolean issuedHere = tap.cityCode().equals(issuer);
        int head = tap.action().ordinal() | (tap.transfer() ? TRANSFER : 0) | (tap.flagged() ? FLAGGED : 0);
        target.writeByte(head | (issuedHere ? ISSUED_HERE : issuer == null ? 0 : ISSUED_ELSEWHERE));
        target.writeLong(tap.tokenHigh());
        target.writeLong(tap.tokenLow());
        target.writeLong(tap.eventTime());
        target.writeLong(tap.arrivedAt());
        target.writeInt(tap.serviceDay());
        Varint.writeSigned(tap.amountFen(), target);
        Varint.writeSigned(tap.discountFen(), target);
        TransactionIds.write(tap.transactionId(), target);
        byte[] place = places().of(tap.place());
        Varint.write(place.length, target);
        target.write(place);
        if (issuer != null && !issuedHere) {
            target.writeUTF(issuer);
        }
    }

    @Override
    public Tap deserialize(DataInputView source) throws IOException {
        int head = source.readByte();
        long tokenHigh = source.readLong();
        long tokenLow = source.readLong();
        long eventTime = source.readLong();
        long arrivedAt = source.readLong();
        int serviceDay = source.readInt();
        long amountFen = Varint.readSigned(source);
        long discountFen = Varint.readSigned(source);
        TransactionId transactionId = TransactionIds.read(source);
        TapPlace place = readPlace(source);
        String issuedHere = (head & ISSUED_HERE) == 0 ? null : place.cityCode();
        return new Tap(
                transactionId,
                tokenHigh,
                tokenLow,
                eventTime,
                arrivedAt,
                serviceDay,
                place,
                (head & ISSUED_ELSEWHERE) == 0 ? issuedHere : source.readUTF(),
                ACTIONS[head & 7],
                (head & TRANSFER) != 0,
                amountFen,
                discountFen,
                (head & FLAGGED) != 0);
    }

    @Override
    public TypeSerializerSnapshot<Tap> snapshotConfiguration() {
        return new Snapshot();
    }

    private TapPlace readPlace(DataInputView source) throws IOException {
        int length = (int) Varint.read(source);
        source.readFully(places().scratch(length), 0, length);
        return places().inScratch(length);
    }

    private PlaceBytes places() {
        PlaceBytes bytes = places;
        if (bytes == null) {
            bytes = new PlaceBytes();
            places = bytes;
        }
        return bytes;
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Tap> {
        public Snapshot() {
            super(TapSerializer::new);
        }
    }
}
