package org.tongcheng.plumbing;

import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/** The state of an operator as a released version wrote it. */
public final class GoldenFile {

    private GoldenFile() {}

    public static OperatorSubtaskState read(String name) throws Exception {
        URL file = Objects.requireNonNull(GoldenFile.class.getResource("/state/" + name), name);
        return OperatorSnapshotUtil.readStateHandle(Path.of(file.toURI()).toString());
    }
}
