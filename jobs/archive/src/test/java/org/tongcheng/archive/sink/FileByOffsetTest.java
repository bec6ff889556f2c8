package org.tongcheng.archive.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.archive.TestArchive.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.archive.format.ArchivedRecord;

class FileByOffsetTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FileByOffset file = new FileByOffset(out);

    @TempDir
    private Path folder;

    @Test
    void writesInTheOrderOfOffsets() throws IOException {
        for (long offset : new long[] {7, 2, 11, 3}) {
            file.addElement(record(0, offset, 1_000));
            file.flush();
        }
        assertThat(out.size()).isZero();

        file.finish();

        Path written = Files.write(folder.resolve("written.parquet"), out.toByteArray());
        assertThat(FileRows.of(written)).extracting(ArchivedRecord::offset).containsExactly(2L, 3L, 7L, 11L);
    }

    @Test
    void writesNothingWithoutRecords() throws IOException {
        file.flush();
        file.finish();

        assertThat(out.size()).isZero();
    }
}
