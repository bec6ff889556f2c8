package org.tongcheng.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.tongcheng.archive.format.ArchiveWriter;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.archive.index.ArchiveLayout;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;

/** An archive of plain records in a folder; what is dated by its payload arrived at that time, unless told otherwise. */
public record TestArchive(Path root) {

    public static final long DAY = 86_400_000L;

    public static ArchivedRecord record(int partition, long offset, long time) {
        return record(partition, offset, time, time, Verdict.ACCEPTED);
    }

    public static ArchivedRecord record(int partition, long offset, long eventTime, long arrivedAt, Verdict verdict) {
        String payload = eventTime == FeedRecord.UNKNOWN_TIME ? "broken" : Long.toString(eventTime);
        return new ArchivedRecord(
                Feed.TRANSIT_TAPS.topic(),
                partition,
                offset,
                arrivedAt,
                bytes("key"),
                bytes(payload),
                eventTime,
                verdict,
                verdict == Verdict.REJECTED ? "malformed_json" : null);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a file into the folder of its first record. */
    public Path write(String name, List<ArchivedRecord> records) throws IOException {
        ArchivedRecord first = records.get(0);
        Path file = root.resolve(ArchiveLayout.folder(
                        Feed.TRANSIT_TAPS,
                        first.eventTime(),
                        first.kafkaTimestamp(),
                        first.partition(),
                        ZoneOffset.UTC))
                .resolve(name);
        Files.createDirectories(file.getParent());
        writeFile(file, records);
        return file;
    }

    public Path write(String name, ArchivedRecord... records) throws IOException {
        return write(name, List.of(records));
    }

    public static void writeFile(Path file, List<ArchivedRecord> records) throws IOException {
        org.apache.flink.core.fs.Path path = flinkPath(file);
        try (FSDataOutputStream out = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE)) {
            BulkWriter<ArchivedRecord> writer = ArchiveWriter.factory().create(out);
            for (ArchivedRecord record : records) {
                writer.addElement(record);
            }
            writer.finish();
        }
    }

    public static org.apache.flink.core.fs.Path flinkPath(Path file) {
        return new org.apache.flink.core.fs.Path(file.toUri());
    }
}
