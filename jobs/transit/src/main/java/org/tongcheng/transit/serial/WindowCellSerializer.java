package org.tongcheng.transit.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.plumbing.serial.CompactSerializer;
import org.tongcheng.plumbing.serial.Varint;
import org.tongcheng.transit.window.WindowCell;

/** A window in state: about ten bytes for a stop's minute. */
public final class WindowCellSerializer extends CompactSerializer<WindowCell> {

    public static final WindowCellSerializer INSTANCE = new WindowCellSerializer();

    private static final long serialVersionUID = 1L;
    private static final long SECOND = 1000;

    @Override
    public WindowCell createInstance() {
        return new WindowCell(0, 0, false, new long[0], null, null);
    }

    /** Windows start on whole seconds. */
    @Override
    public void serialize(WindowCell cell, DataOutputView target) throws IOException {
        Varint.writeSigned(cell.start() / SECOND, target);
        Varint.write((long) cell.revision() << 1 | (cell.changed() ? 1 : 0), target);
        WindowParts.writeSums(cell.sums(), target);
        WindowParts.writeTokens(cell.tokens(), target);
        WindowParts.writeDurations(cell.durations(), target);
    }

    @Override
    public WindowCell deserialize(DataInputView source) throws IOException {
        long start = Varint.readSigned(source) * SECOND;
        long head = Varint.read(source);
        return new WindowCell(
                start,
                (int) (head >>> 1),
                (head & 1) != 0,
                WindowParts.readSums(source),
                WindowParts.readTokens(source),
                WindowParts.readDurations(source));
    }

    @Override
    public TypeSerializerSnapshot<WindowCell> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<WindowCell> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
