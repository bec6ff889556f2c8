package org.tongcheng.archive.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.tongcheng.archive.format.ArchiveExtent;
import org.tongcheng.archive.format.ArchiveExtent.Span;
import org.tongcheng.archive.index.ArchivedFile;

/**
 * A Kafka partition's files and how far they have been read.
 *
 * @param topic as the brokers name it
 * @param firstOffset the first offset not yet handed out
 * @param files by their first offsets
 */
public record ArchiveSplit(String topic, int partition, long firstOffset, List<ArchivedFile> files)
        implements SourceSplit, Serializable {

    /** @param files of one partition, at least one */
    static ArchiveSplit of(List<ArchivedFile> files) {
        ArchivedFile last = files.get(files.size() - 1);
        return new ArchiveSplit(last.topic(), last.partition(), 0, List.copyOf(files));
    }

    @Override
    public String splitId() {
        return topic + "-" + partition;
    }

    ArchiveSplit from(long offset) {
        return new ArchiveSplit(topic, partition, offset, files);
    }

    /** Which reader gets it: the one to which Flink's Kafka source would give the partition. */
    int owner(int readers) {
        int start = ((topic.hashCode() * 31) & 0x7FFFFFFF) % readers;
        return (start + partition) % readers;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(topic);
        out.writeInt(partition);
        out.writeLong(firstOffset);
        out.writeInt(files.size());
        for (ArchivedFile file : files) {
            out.writeUTF(file.path());
            out.writeLong(file.extent().rows());
            write(out, file.extent().offsets());
            write(out, file.extent().eventTimes());
            write(out, file.extent().kafkaTimestamps());
            out.writeBoolean(file.extent().timeless());
        }
    }

    static ArchiveSplit read(DataInputStream in) throws IOException {
        String topic = in.readUTF();
        int partition = in.readInt();
        long firstOffset = in.readLong();
        int count = in.readInt();
        List<ArchivedFile> files = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String path = in.readUTF();
            ArchiveExtent extent = new ArchiveExtent(in.readLong(), span(in), span(in), span(in), in.readBoolean());
            files.add(new ArchivedFile(path, topic, partition, extent));
        }
        return new ArchiveSplit(topic, partition, firstOffset, List.copyOf(files));
    }

    private static void write(DataOutputStream out, Span span) throws IOException {
        out.writeLong(span.lowest());
        out.writeLong(span.highest());
    }

    private static Span span(DataInputStream in) throws IOException {
        return new Span(in.readLong(), in.readLong());
    }

    /** Field by field, in the order of {@link #write}. */
    static final class Serializer implements SimpleVersionedSerializer<ArchiveSplit> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(ArchiveSplit split) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            split.write(new DataOutputStream(bytes));
            return bytes.toByteArray();
        }

        @Override
        public ArchiveSplit deserialize(int version, byte[] serialized) throws IOException {
            return read(new DataInputStream(new ByteArrayInputStream(serialized)));
        }
    }
}
