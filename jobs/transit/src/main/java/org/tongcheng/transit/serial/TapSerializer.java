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

/** A tap on its way between subtasks: about 120 bytes, no field names, texts that repeat are read without copying. */
@SuppressWarnings({"EnumOrdinal", "deprecation"
}) // both ends run the same code; getBytes(int..) is the fast Latin-1 path
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
        return new Tap("", 0, 0, 0, 0, 0, "", null, null, null, 0, FareAction.OTHER, false, 0, 0, false);
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
        write(tap.transactionId(), target);
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
        String transactionId = required(read(source, false));
        String cityCode = required(read(source, true));
        return new Tap(
                transactionId,
                tokenHigh,
                tokenLow,
                eventTime,
                arrivedAt,
                serviceDay,
                cityCode,
                read(source, true),
                read(source, true),
                read(source, true),
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
        byte[] bytes = scratch();
        int length = text.length();
        if (length < LONG_TEXT && asciiInto(text, bytes)) {
            target.writeByte(length);
            target.write(bytes, 0, length);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        target.writeByte(LONG_TEXT);
        target.writeInt(utf8.length);
        target.write(utf8);
    }

    private static boolean asciiInto(String text, byte[] bytes) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            all |= letter;
            bytes[i] = (byte) letter;
        }
        return all < 128;
    }

    private @Nullable String read(DataInputView source, boolean repeats) throws IOException {
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
        return repeats ? repeated().of(bytes, length) : new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
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
