package org.tongcheng.archive.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;

class ArchiveFileReaderTest {

    @TempDir
    Path folder = Path.of("");

    private Path file(List<ArchivedRecord> records) throws IOException {
        Path file = folder.resolve("some.parquet");
        TestArchive.writeFile(file, records);
        return file;
    }

    private static List<ArchivedRecord> records(int count) {
        List<ArchivedRecord> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            records.add(TestArchive.record(3, offset, 1_000L + offset));
        }
        return records;
    }

    private static long readAll(Path file) throws IOException {
        long rows = 0;
        try (ArchiveFileReader reader = ArchiveFileReader.replayed(TestArchive.flinkPath(file), extent -> true)) {
            for (ArchiveRow row = reader.next(); row != null; row = reader.next()) {
                row.value();
                rows++;
            }
        }
        return rows;
    }

    @Test
    void tellsWhatAFileHoldsFromItsEnd() throws IOException {
        Path file = file(List.of(
                TestArchive.record(3, 7, 500, 900, Verdict.ACCEPTED),
                TestArchive.record(3, 8, FeedRecord.UNKNOWN_TIME, 950, Verdict.REJECTED),
                TestArchive.record(3, 11, 400, 800, Verdict.LATE)));

        try (ArchiveFileReader reader = ArchiveFileReader.replayed(TestArchive.flinkPath(file), extent -> false)) {
            assertThat(reader.topic()).isEqualTo("transit.taps");
            assertThat(reader.extent())
                    .isEqualTo(new ArchiveExtent(
                            3,
                            new ArchiveExtent.Span(7, 11),
                            new ArchiveExtent.Span(400, 500),
                            new ArchiveExtent.Span(800, 950),
                            false));
            assertThat(reader.next()).isNull();
            assertThat(reader.rowsSkipped()).isEqualTo(3);
        }
    }

    @Test
    void readsAFileWithoutRecords() throws IOException {
        assertThat(readAll(file(List.of()))).isZero();
    }

    @Test
    void readsPastPagesAndRowGroups() throws IOException {
        assertThat(readAll(file(records(50_000)))).isEqualTo(50_000);
    }

    @Test
    void namesAFileThatWasCutOff() throws IOException {
        Path file = file(records(1_000));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(ArchiveFileException.class)
                .hasMessageContaining("some.parquet")
                .hasMessageContaining("its end is missing");
    }

    @Test
    void namesAFileThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("some.parquet"), "offset,value\n1,one\n");

        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(ArchiveFileException.class)
                .hasMessageContaining("some.parquet: it is no Parquet file");
    }

    @Test
    void namesAFileWhoseDataWereChanged() throws IOException {
        Path file = file(records(1_000));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(ArchiveFileException.class)
                .hasMessageContaining("some.parquet: its data are broken");
    }

    @Test
    void namesTheColumnThatAForeignFileLacks() throws IOException {
        Path file = folder.resolve("some.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdCodec(1))
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withType(MessageTypeParser.parseMessageType("message other { required int64 offset; }"))
                .build()) {
            assertThat(writer.getDataSize()).isNotNegative();
        }

        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(ArchiveFileException.class)
                .hasMessageContaining("some.parquet: it is no file of an archive: it has no column")
                .hasMessageContaining("topic");
    }
}
