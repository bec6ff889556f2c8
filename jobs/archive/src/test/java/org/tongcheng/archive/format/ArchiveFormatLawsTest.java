package org.tongcheng.archive.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;

class ArchiveFormatLawsTest {

    @Property(tries = 50)
    void whatIsWrittenIsReadAgain(@ForAll("records") List<ArchivedRecord> records) throws IOException {
        Path file = Files.createTempFile("archive", ".parquet");
        try {
            TestArchive.writeFile(file, records);

            assertThat(read(file)).usingRecursiveComparison().isEqualTo(records);
        } finally {
            Files.delete(file);
        }
    }

    private static List<ArchivedRecord> read(Path file) throws IOException {
        List<ArchivedRecord> read = new ArrayList<>();
        try (ArchiveFileReader reader = ArchiveFileReader.whole(TestArchive.flinkPath(file))) {
            for (ArchiveRow row = reader.next(); row != null; row = reader.next()) {
                read.add(row.record());
            }
        }
        return read;
    }

    @Provide
    Arbitrary<List<ArchivedRecord>> records() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        Arbitrary<Long> times = Arbitraries.longs().injectNull(0.2).map(ArchiveFormatLawsTest::orUnknown);
        return Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.longs().greaterOrEqual(0),
                        times,
                        bytes.injectNull(0.2),
                        bytes.injectNull(0.2),
                        times,
                        Arbitraries.of(Verdict.class),
                        Arbitraries.strings().alpha().injectNull(0.5))
                .as((partition, offset, arrivedAt, key, value, eventTime, verdict, reason) -> new ArchivedRecord(
                        "topic-" + partition % 2, partition, offset, arrivedAt, key, value, eventTime, verdict, reason))
                .list()
                .ofMaxSize(60);
    }

    private static Long orUnknown(Long time) {
        return time == null ? FeedRecord.UNKNOWN_TIME : time;
    }
}
