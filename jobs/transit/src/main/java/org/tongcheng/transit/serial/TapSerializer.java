package org.tongcheng.transit.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FareAction;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TransactionId;

/** A tap on its way between subtasks: about 100 bytes, no field names, texts that repeat are read without copying. */
@SuppressWarnings("EnumOrdinal") // both ends run the same code
public final class TapSerializer extends CompactSerializer<Tap> {

    public static final TapSerializer INSTANCE = new TapSerializer();

    private static final long serialVersionUID = 1L;
    private static final FareAction[] ACTIONS = FareAction.values();
    private static final int TRANSFER = 8;
    private static final int FLAGGED = 16;
    private static final int ABSENT = 255;
    private static final int LONG_TEXT = 254;

    private transient byte @Nullable [] scratch;
    private transient @Nullable RepeatedTexts repeated;

    @Override
    public TapSerializer duplicate() {
        return new TapSerializer();
    }

    @Override
    public Tap createInstance() {
        return new Tap(
                TransactionId.of(""), 0, 0, 0, 0, 0, "", null, null, null, 0, FareAction.OTHER, false, 0, 0, false);
    }

    @Override
    public void serialize(Tap tap, DataOutputView target) throws IOException {
        int head = tap.action().ordinal() | (tap.transfer() ? TRANSFER : 0) | (tap.flagged() ? FLAGGED : 0);
        target.writeByte(head);
        target.writeByte(tap.routeType());
        target.writeLong(tap.tokenHigh());
        target.writeLong(tap.tokenLow());
        target.writeLong(tap.eventTime());
        target.writeLong(tap.arrivedAt());
        target.writeInt(tap.serviceDay());
        Varint.writeSigned(tap.amountFen(), target);
        Varint.writeSigned(tap.discountFen(), target);
        TransactionIds.write(tap.transactionId(), target);
        write(tap.cityCode(), target);
        write(tap.issuerCityCode(), target);
        write(tap.stopId(), target);
        write(tap.routeId(), target);
    }

    @Override
    public Tap deserialize(DataInputView source) throws IOException {
        int head = source.readByte();
        int routeType = source.readByte();
        long tokenHigh = source.readLong();
        long tokenLow = source.readLong();
        long eventTime = source.readLong();
        long arrivedAt = source.readLong();
        int serviceDay = source.readInt();
        long amountFen = Varint.readSigned(source);
        long discountFen = Varint.readSigned(source);
        TransactionId transactionId = TransactionIds.read(source);
        String cityCode = required(read(source));
        return new Tap(
                transactionId,
                tokenHigh,
                tokenLow,
                eventTime,
                arrivedAt,
                serviceDay,
                cityCode,
                read(source),
                read(source),
                read(source),
                routeType,
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

    private void write(@Nullable String text, DataOutputView target) throws IOException {
        if (text == null) {
            target.writeByte(ABSENT);
            return;
        }
        byte[] ascii = text.length() < LONG_TEXT ? repeated().ascii(text) : null;
        if (ascii != null) {
            target.writeByte(ascii.length);
            target.write(ascii);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        target.writeByte(LONG_TEXT);
        target.writeInt(utf8.length);
        target.write(utf8);
    }

    private @Nullable String read(DataInputView source) throws IOException {
        int length = source.readUnsignedByte();
        if (length == ABSENT) {
            return null;
        }
        if (length == LONG_TEXT) {
            byte[] utf8 = new byte[source.readInt()];
            source.readFully(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }
        byte[] bytes = scratch();
        source.readFully(bytes, 0, length);
        return repeated().of(bytes, length);
    }

    private byte[] scratch() {
        byte[] bytes = scratch;
        if (bytes == null) {
            bytes = new byte[ABSENT];
            scratch = bytes;
        }
        return bytes;
    }

    private RepeatedTexts repeated() {
        RepeatedTexts texts = repeated;
        if (texts == null) {
            texts = new RepeatedTexts();
            repeated = texts;
        }
        return texts;
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("a tap on the wire lacks a text that every tap has");
        }
        return text;
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Tap> {
        public Snapshot() {
            super(TapSerializer::new);
        }
    }
}
