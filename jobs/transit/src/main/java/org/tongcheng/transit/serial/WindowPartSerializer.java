package org.tongcheng.transit.serial;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.plumbing.serial.CompactSerializer;
import org.tongcheng.transit.window.TransitWindow;
import org.tongcheng.transit.window.WindowPart;

/** A part on its way from the subtask that gathered it to the one that adds it up. */
public final class WindowPartSerializer extends CompactSerializer<WindowPart> {

    public static final WindowPartSerializer INSTANCE = new WindowPartSerializer();

    private static final long serialVersionUID = 1L;
    private static final TransitWindow[] WINDOWS = TransitWindow.values();

    @Override
    public WindowPart createInstance() {
        return new WindowPart(TransitWindow.STOP, new String[] {"", ""}, 0, new long[0], null, null);
    }

    @Override
    public void serialize(WindowPart part, DataOutputView target) throws IOException {
        target.writeByte(part.window().ordinal());
        target.writeByte(part.tags().length);
        for (String tag : part.tags()) {
            target.writeUTF(tag);
        }
        target.writeLong(part.start());
        WindowParts.writeSums(part.sums(), target);
        WindowParts.writeTokens(part.tokens(), target);
        WindowParts.writeDurations(part.durations(), target);
    }

    @Override
    public WindowPart deserialize(DataInputView source) throws IOException {
        TransitWindow window = WINDOWS[source.readByte()];
        String[] tags = new String[source.readByte()];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = source.readUTF();
        }
        return new WindowPart(
                window,
                tags,
                source.readLong(),
                WindowParts.readSums(source),
                WindowParts.readTokens(source),
                WindowParts.readDurations(source));
    }

    @Override
    public TypeSerializerSnapshot<WindowPart> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<WindowPart> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
