package org.tongcheng.alerts.serial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import org.tongcheng.alerts.watch.WatchedTrack;
import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTrack;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.Ground;
import org.tongcheng.domain.alert.IssuedAlert;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.plumbing.serial.CompactSerializer;
import org.tongcheng.plumbing.serial.Varint;

/**
 * About fifty bytes for a track with one open alert. Times that are unset or the end of time take a byte, others seven.
 */
@SuppressWarnings("EnumOrdinal") // a new constant is put at the end, or makes a new form
public final class WatchedTrackSerializer extends CompactSerializer<WatchedTrack> {

    public static final WatchedTrackSerializer INSTANCE = new WatchedTrackSerializer();

    private static final long serialVersionUID = 1L;
    private static final int NEVER = 0;
    private static final int ALWAYS = 1;
    private static final int AT = 2;

    private static final AlertState[] STATES = AlertState.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final EndReason[] REASONS = EndReason.values();
    private static final Ground[] GROUNDS = Ground.values();

    @Override
    public WatchedTrack createInstance() {
        return WatchedTrack.EMPTY;
    }

    @Override
    public void serialize(WatchedTrack watched, DataOutputView target) throws IOException {
        AlertTrack track = watched.track();
        writeTime(watched.from(), target);
        writeMemory(track.base(), target);
        writeMemory(track.current(), target);
        Varint.writeSigned(track.issued().size(), target);
        for (IssuedAlert alert : track.issued()) {
            writeTime(alert.onset(), target);
            Varint.writeSigned(alert.sequence(), target);
            target.writeByte(alert.state().ordinal());
            writeEnum(alert.severity(), target);
            writeEnum(alert.endReason(), target);
            writeTime(alert.upTo(), target);
            target.writeByte(alert.ground().ordinal());
            writeTime(alert.from(), target);
            writeTime(alert.to(), target);
        }
    }

    @Override
    public WatchedTrack deserialize(DataInputView source) throws IOException {
        long from = readTime(source);
        AlertMemory base = readMemory(source);
        AlertMemory current = readMemory(source);
        int count = Packed.readInt(source);
        List<IssuedAlert> issued = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            issued.add(new IssuedAlert(
                    readTime(source),
                    Packed.readInt(source),
                    STATES[source.readByte()],
                    SEVERITIES[source.readByte()],
                    readEnum(REASONS, source),
                    readTime(source),
                    GROUNDS[source.readByte()],
                    readTime(source),
                    readTime(source)));
        }
        return new WatchedTrack(from, new AlertTrack(base, current, List.copyOf(issued)));
    }

    private static void writeMemory(AlertMemory memory, DataOutputView target) throws IOException {
        if (memory.equals(AlertMemory.QUIET)) {
            target.writeByte(-1);
            return;
        }
        target.writeByte(memory.state().ordinal());
        writeEnum(memory.severity(), target);
        target.writeBoolean(memory.biased());
        writeTime(memory.onset(), target);
        writeTime(memory.since(), target);
        writeTime(memory.fellAt(), target);
        Varint.writeSigned(memory.rises().size(), target);
        for (long rise : memory.rises()) {
            writeTime(rise, target);
        }
    }

    private static AlertMemory readMemory(DataInputView source) throws IOException {
        int state = source.readByte();
        if (state < 0) {
            return AlertMemory.QUIET;
        }
        Severity severity = readEnum(SEVERITIES, source);
        boolean biased = source.readBoolean();
        long onset = readTime(source);
        long since = readTime(source);
        long fellAt = readTime(source);
        int count = Packed.readInt(source);
        List<Long> rises = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rises.add(readTime(source));
        }
        return new AlertMemory(STATES[state], severity, biased, onset, since, fellAt, List.copyOf(rises));
    }

    private static void writeEnum(@Nullable Enum<?> value, DataOutputView target) throws IOException {
        target.writeByte(value == null ? -1 : value.ordinal());
    }

    private static <T> @Nullable T readEnum(T[] values, DataInputView source) throws IOException {
        int ordinal = source.readByte();
        return ordinal < 0 ? null : values[ordinal];
    }

    private static void writeTime(long time, DataOutputView target) throws IOException {
        if (time == AlertMemory.NEVER || time == Long.MAX_VALUE) {
            target.writeByte(time == AlertMemory.NEVER ? NEVER : ALWAYS);
        } else {
            target.writeByte(AT);
            Varint.writeSigned(time, target);
        }
    }

    private static long readTime(DataInputView source) throws IOException {
        return switch (source.readByte()) {
            case NEVER -> AlertMemory.NEVER;
            case ALWAYS -> Long.MAX_VALUE;
            default -> Varint.readSigned(source);
        };
    }

    @Override
    public TypeSerializerSnapshot<WatchedTrack> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<WatchedTrack> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
