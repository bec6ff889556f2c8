package org.tongcheng.plumbing.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A feed's file and how far it has been read.
 *
 * @param nextLine number of the first line not yet handed out
 */
record FeedFileSplit(String file, long nextLine) implements IteratorSourceSplit<byte[], LineReader> {

    @Override
    public String splitId() {
        return file;
    }

    @Override
    public LineReader getIterator() {
        LineReader lines = new LineReader(Path.of(file));
        lines.skip(nextLine);
        return lines;
    }

    @Override
    public FeedFileSplit getUpdatedSplitForIterator(LineReader lines) {
        return new FeedFileSplit(file, lines.returned());
    }

    /** The number, then the path in UTF-8. */
    static final class Serializer implements SimpleVersionedSerializer<FeedFileSplit> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(FeedFileSplit split) {
            byte[] file = split.file.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Long.BYTES + file.length)
                    .putLong(split.nextLine)
                    .put(file)
                    .array();
        }

        @Override
        public FeedFileSplit deserialize(int version, byte[] serialized) {
            ByteBuffer buffer = ByteBuffer.wrap(serialized);
            long nextLine = buffer.getLong();
            return new FeedFileSplit(StandardCharsets.UTF_8.decode(buffer).toString(), nextLine);
        }
    }

    /** The splits that no reader has: one or none. */
    static final class UnassignedSerializer implements SimpleVersionedSerializer<Collection<FeedFileSplit>> {

        private final Serializer single = new Serializer();

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Collection<FeedFileSplit> unassigned) {
            return unassigned.isEmpty()
                    ? new byte[0]
                    : single.serialize(unassigned.iterator().next());
        }

        @Override
        public Collection<FeedFileSplit> deserialize(int version, byte[] serialized) {
            return serialized.length == 0 ? List.of() : List.of(single.deserialize(version, serialized));
        }
    }
}
