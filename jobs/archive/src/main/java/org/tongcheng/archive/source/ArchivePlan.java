package org.tongcheng.archive.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What remains to be given to readers.
 *
 * @param waiting null before the archive has been looked at: what it holds then is what is read, and no more is looked at
 */
public record ArchivePlan(@Nullable List<ArchiveSplit> waiting) {

    private static final int UNKNOWN = -1;

    /** The number of splits, then each of them. */
    static final class Serializer implements SimpleVersionedSerializer<ArchivePlan> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(ArchivePlan plan) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            List<ArchiveSplit> waiting = plan.waiting;
            out.writeInt(waiting == null ? UNKNOWN : waiting.size());
            for (ArchiveSplit split : waiting == null ? List.<ArchiveSplit>of() : waiting) {
                split.write(out);
            }
            return bytes.toByteArray();
        }

        @Override
        public ArchivePlan deserialize(int version, byte[] serialized) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            int count = in.readInt();
            List<ArchiveSplit> waiting = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                waiting.add(ArchiveSplit.read(in));
            }
            return new ArchivePlan(count == UNKNOWN ? null : List.copyOf(waiting));
        }
    }
}
