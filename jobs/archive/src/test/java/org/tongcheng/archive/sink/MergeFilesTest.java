package org.tongcheng.archive.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.archive.TestArchive.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;

class MergeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void bringsTheRecordsOfAllFilesIntoTheOrderOfTheirOffsets() throws Exception {
        Path merged = merged(file("a", 4, 5, 9), file("b", 0, 6), file("c", 1, 2, 3, 7, 8));

        assertThat(FileRows.of(merged))
                .extracting(ArchivedRecord::offset)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void changesNoRecord() throws Exception {
        ArchivedRecord rejected = record(3, 1, FeedRecord.UNKNOWN_TIME, 950, Verdict.REJECTED);
        ArchivedRecord bare =
                new ArchivedRecord("transit.taps", 3, 2, 940, null, null, FeedRecord.UNKNOWN_TIME, Verdict.LATE, null);
        Path one = folder.resolve("one.parquet");
        Path other = folder.resolve("other.parquet");
        TestArchive.writeFile(one, List.of(bare));
        TestArchive.writeFile(other, List.of(rejected, record(3, 4, 500, 900, Verdict.REVISED)));

        assertThat(FileRows.of(merged(one, other)))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(rejected, bare, record(3, 4, 500, 900, Verdict.REVISED));
    }

    @Test
    void mergesAsManyAsThereAre() throws Exception {
        Path[] files = new Path[30];
        for (int i = 0; i < files.length; i++) {
            files[i] = file("file-" + i, i, i + 30, i + 60);
        }

        assertThat(FileRows.of(merged(files)))
                .extracting(ArchivedRecord::offset)
                .containsExactlyElementsOf(
                        IntStream.range(0, 90).mapToObj(Long::valueOf).toList());
    }

    @Test
    void failsWhereAFileIsBrokenRatherThanLeaveItsRecordsOut() throws Exception {
        Path sound = file("sound", 1, 2);
        Path broken = Files.write(folder.resolve("broken.parquet"), Arrays.copyOf(Files.readAllBytes(sound), 100));

        assertThatThrownBy(() -> merged(sound, broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.parquet");
    }

    private Path file(String name, long... offsets) throws IOException {
        Path file = folder.resolve(name + ".parquet");
        TestArchive.writeFile(
                file,
                Arrays.stream(offsets)
                        .mapToObj(offset -> record(3, offset, 1_000 + offset))
                        .toList());
        return file;
    }

    /** As Flink's compactor calls it. */
    private Path merged(Path... files) throws Exception {
        Path merged = folder.resolve("merged");
        try (OutputStream out = Files.newOutputStream(merged)) {
            new MergeFiles()
                    .compact(Arrays.stream(files).map(TestArchive::flinkPath).toList(), out);
        }
        return merged;
    }
}
