package org.tongcheng.archive.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** What remains to be given to readers. */
public record ArchivePlan(List<ArchiveSplit> waiting) {

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
            out.writeInt(plan.waiting.size());
            for (ArchiveSplit split : plan.waiting) {
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
            return new ArchivePlan(List.copyOf(waiting));
        }
    }
}
