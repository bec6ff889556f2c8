package org.tongcheng.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.format.ArchiveFileReader;
import org.tongcheng.archive.format.ArchiveRow;
import org.tongcheng.archive.format.ArchivedRecord;

/** All that complete files of an archive hold. */
record ArchiveContent(List<ArchivedRecord> records) {

    static ArchiveContent of(Path root) throws IOException {
        List<ArchivedRecord> records = new ArrayList<>();
        for (Path file : files(root)) {
            try (ArchiveFileReader reader = ArchiveFileReader.whole(TestArchive.flinkPath(file))) {
                long last = -1;
                for (ArchiveRow row = reader.next(); row != null; row = reader.next()) {
                    assertThat(row.offset()).as("offsets in %s", file).isGreaterThan(last);
                    last = row.offset();
                    records.add(row.record());
                }
            }
        }
        records.sort(Comparator.comparing(ArchivedRecord::topic)
                .thenComparing(ArchivedRecord::partition)
                .thenComparing(ArchivedRecord::offset));
        return new ArchiveContent(records);
    }

    static List<Path> files(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().matches("[^.].*\\.parquet")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** A hidden file of a job that runs may be gone by the time that it is looked at. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return files;
    }

    /** The feed's records in the order of partition and offset, as {@code offset verdict value}. */
    List<String> told(String topic) {
        return records.stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> record.partition() + "/" + record.offset() + " " + record.verdict() + " "
                        + record.reason() + " " + (record.key() == null ? "without key" : "with key"))
                .toList();
    }

    /** Each record that the topic has is there once, key and value as they are, and no other. */
    void isWhatArrived(String topic, List<ConsumerRecord<byte[], byte[]>> arrived) {
        assertThat(records.stream()
                        .filter(record -> record.topic().equals(topic))
                        .toList())
                .extracting(record -> place(record.partition(), record.offset(), record.key(), record.value()))
                .containsExactlyElementsOf(arrived.stream()
                        .sorted(Comparator.comparingInt(ConsumerRecord<byte[], byte[]>::partition)
                                .thenComparingLong(ConsumerRecord::offset))
                        .map(record -> place(record.partition(), record.offset(), record.key(), record.value()))
                        .toList());
    }

    private static String place(int partition, long offset, byte @Nullable [] key, byte @Nullable [] value) {
        return partition + "/" + offset + " " + text(key) + " " + text(value);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
