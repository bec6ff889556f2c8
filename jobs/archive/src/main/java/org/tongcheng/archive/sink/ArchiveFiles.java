package org.tongcheng.archive.sink;

import java.time.ZoneId;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.sink.FileSink.DefaultBulkFormatBuilder;
import org.apache.flink.connector.file.sink.compactor.FileCompactStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.archive.index.ArchiveLayout;

/** Ends a job in an archive. Records of one Kafka partition go to one writer, so that it has few files. */
public final class ArchiveFiles {

    public static final String UID = "archive-files";

    private static final long MOST_BYTES_A_FILE = 32L * 1024 * 1024;

    private ArchiveFiles() {}

    /**
     * Writes files that are complete, and seen, with the checkpoint after which they end, or are merged.
     *
     * @param root of the archive, path or URI
     * @param topicPrefix before the feed's name in the name of a topic
     * @param zone of the dates
     * @param compactAfter checkpoints after which files are merged; 0 leaves them as they are
     */
    public static void write(
            DataStream<ArchivedRecord> records, String root, String topicPrefix, ZoneId zone, int compactAfter) {
        DefaultBulkFormatBuilder<ArchivedRecord> files = FileSink.forBulkFormat(
                        ArchiveLayout.root(root), FileByOffset::new)
                .withBucketAssigner(new FolderOfRecord(topicPrefix, zone))
                .withRollingPolicy(new RollWhenLarge(MOST_BYTES_A_FILE))
                .withOutputFileConfig(OutputFileConfig.builder()
                        .withPartSuffix(ArchiveLayout.ENDING)
                        .build());
        DefaultBulkFormatBuilder<ArchivedRecord> merged = compactAfter == 0
                ? files.disableCompact()
                : files.enableCompact(
                        FileCompactStrategy.Builder.newBuilder()
                                .enableCompactionOnCheckpoint(compactAfter)
                                .build(),
                        new MergeFiles());
        records.partitionCustom((partition, writers) -> partition % writers, ArchivedRecord::partition)
                .sinkTo(merged.build())
                .uid(UID)
                .name(UID);
    }
}
