package org.tongcheng.alerts.cards;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tongcheng.plumbing.serial.CompactSerializer;
import org.tongcheng.plumbing.serial.CompactType;
import org.tongcheng.reference.RegionBundle;

/** The files of a region, each with its name and length. */
public final class RegionBundleSerializer extends CompactSerializer<RegionBundle> {

    public static final RegionBundleSerializer INSTANCE = new RegionBundleSerializer();

    /** Type of every stream of bundles. */
    public static final TypeInformation<RegionBundle> BUNDLE = new CompactType<>(RegionBundle.class, INSTANCE);

    private static final long serialVersionUID = 1L;

    @Override
    public RegionBundle createInstance() {
        return new RegionBundle(Map.of());
    }

    @Override
    public void serialize(RegionBundle bundle, DataOutputView target) throws IOException {
        target.writeInt(bundle.files().size());
        for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
            target.writeUTF(file.getKey());
            target.writeInt(file.getValue().length);
            target.write(file.getValue());
        }
    }

    @Override
    public RegionBundle deserialize(DataInputView source) throws IOException {
        int count = source.readInt();
        Map<String, byte[]> files = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String name = source.readUTF();
            byte[] content = new byte[source.readInt()];
            source.readFully(content);
            files.put(name, content);
        }
        return new RegionBundle(files);
    }

    @Override
    public TypeSerializerSnapshot<RegionBundle> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Tells a restored job that the form is the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<RegionBundle> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
