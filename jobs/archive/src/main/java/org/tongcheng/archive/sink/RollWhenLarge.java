package org.tongcheng.archive.sink;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.CheckpointRollingPolicy;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.format.ArchivedRecord;

/** Ends files with each checkpoint, and one whose records would fill the memory before, as when a job catches up. */
final class RollWhenLarge extends CheckpointRollingPolicy<ArchivedRecord, String> {

    private static final long serialVersionUID = 1L;

    /** What a record takes beside its bytes. */
    private static final int RECORD_BYTES = 200;

    private final long mostBytes;
    private transient Map<String, Long> waiting = new HashMap<>();

    /** @param mostBytes of memory for the records of one file */
    RollWhenLarge(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean shouldRollOnEvent(PartFileInfo<String> file, ArchivedRecord record) throws IOException {
        int size = RECORD_BYTES + length(record.key()) + length(record.value());
        return waiting.merge(file.getBucketId(), (long) size, Long::sum) > mostBytes && forget(file);
    }

    @Override
    public boolean shouldRollOnCheckpoint(PartFileInfo<String> file) {
        return forget(file);
    }

    @Override
    public boolean shouldRollOnProcessingTime(PartFileInfo<String> file, long time) {
        return false;
    }

    private boolean forget(PartFileInfo<String> file) {
        waiting.remove(file.getBucketId());
        return true;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        waiting = new HashMap<>();
    }
}
