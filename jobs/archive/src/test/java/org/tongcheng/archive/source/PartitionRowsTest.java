package org.tongcheng.archive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.archive.TestArchive.DAY;
import static org.tongcheng.archive.TestArchive.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.archive.index.ArchiveIndex;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.ReplayRange;

class PartitionRowsTest {

    private static final ReplayRange ALL = new ReplayRange(0, 100 * DAY, 0);

    @TempDir
    Path root = Path.of("");

    private TestArchive archive = new TestArchive(Path.of(""));

    @BeforeEach
    void archive() {
        archive = new TestArchive(root);
    }

    private List<ReplayedRow> rows(ReplayRange range, long firstOffset) throws IOException {
        List<ReplayedRow> rows = new ArrayList<>();
        try (PartitionRows partition = new PartitionRows(
                ArchiveIndex.of(root.toString()).files(Feed.TRANSIT_TAPS, range).getOrDefault(0, List.of()),
                range,
                firstOffset)) {
            for (ReplayedRow row = partition.next(); row != null; row = partition.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void archiveThreeFilesThatOverlap() throws IOException {
        archive.write("a.parquet", record(0, 0, DAY), record(0, 4, DAY + 4), record(0, 5, DAY + 5));
        archive.write("b.parquet", record(0, 1, DAY + 1), record(0, 3, DAY + 3), record(0, 7, DAY + 7));
        archive.write("c.parquet", record(0, 2, 2 * DAY), record(0, 6, 2 * DAY + 6));
    }

    @Test
    void mergesFilesByOffset() throws IOException {
        archiveThreeFilesThatOverlap();

        assertThat(rows(ALL, 0)).extracting(ReplayedRow::offset).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void goesOnFromAnOffset() throws IOException {
        archiveThreeFilesThatOverlap();

        assertThat(rows(ALL, 5)).extracting(ReplayedRow::offset).containsExactly(5L, 6L, 7L);
    }

    @Test
    void takesWhatTheRangeTakes() throws IOException {
        archive.write(
                "a.parquet",
                record(0, 0, 3 * DAY - 1),
                record(0, 1, 3 * DAY),
                record(0, 2, 3 * DAY + 1, 4 * DAY, Verdict.LATE),
                record(0, 3, 3 * DAY + 2, 4 * DAY, Verdict.ACCEPTED),
                record(0, 4, 4 * DAY));

        assertThat(rows(new ReplayRange(3 * DAY, 4 * DAY, 3 * DAY), 0))
                .extracting(ReplayedRow::offset)
                .containsExactly(1L, 3L);
    }

    @Test
    void readsOnceWhatTwoFilesHave() throws IOException {
        archive.write("a.parquet", record(0, 0, DAY), record(0, 1, DAY + 1));
        archive.write("b.parquet", record(0, 1, DAY + 1), record(0, 2, DAY + 2));

        assertThat(rows(ALL, 0)).extracting(ReplayedRow::offset).containsExactly(0L, 1L, 2L);
    }

    @Test
    void refusesAnOffsetThatIsTwoRecords() throws IOException {
        archive.write("a.parquet", record(0, 0, DAY), record(0, 1, DAY + 1));
        archive.write("b.parquet", record(0, 1, DAY + 7), record(0, 2, DAY + 8));

        assertThatThrownBy(() -> rows(ALL, 0))
                .hasMessageContaining("offset 1 is one record in")
                .hasMessageContaining("a.parquet")
                .hasMessageContaining("b.parquet");
    }

    @Test
    void refusesAFileWhoseOffsetsDoNotAscend() throws IOException {
        archive.write("a.parquet", record(0, 1, DAY), record(0, 0, DAY + 1));

        assertThatThrownBy(() -> rows(ALL, 0)).hasMessageContaining("a.parquet").hasMessageContaining("0 follows 1");
    }

    @Test
    void countsWhatItPassesOver() throws IOException {
        archiveThreeFilesThatOverlap();
        try (PartitionRows rows = new PartitionRows(
                ArchiveIndex.of(root.toString()).files(Feed.TRANSIT_TAPS, ALL).getOrDefault(0, List.of()), ALL, 7)) {
            assertThat(rows.next()).isNotNull();
            assertThat(rows.next()).isNull();
            assertThat(rows.rowsPassed()).isEqualTo(8);
        }
    }

    @Test
    void saysWhyNothingOfAPayloadIsLeft() throws IOException {
        archive.write(
                "a.parquet",
                redacted(0, "[redacted]", Verdict.REJECTED),
                redacted(1, "[redacted]", Verdict.ACCEPTED),
                redacted(2, "[else]", Verdict.REJECTED));

        assertThat(rows(ALL, 0))
                .extracting(ReplayedRow::redacted)
                .containsExactly(RejectionReason.RAW_CARD_NUMBER, null, null);
    }

    private static ArchivedRecord redacted(long offset, String value, Verdict verdict) {
        return new ArchivedRecord(
                "transit.taps",
                0,
                offset,
                DAY,
                null,
                TestArchive.bytes(value),
                FeedRecord.UNKNOWN_TIME,
                verdict,
                "raw_card_number");
    }
}
