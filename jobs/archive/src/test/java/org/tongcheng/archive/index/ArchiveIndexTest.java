package org.tongcheng.archive.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.archive.TestArchive.DAY;
import static org.tongcheng.archive.TestArchive.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.ReplayRange;

class ArchiveIndexTest {

    private static final LocalDate FIRST = LocalDate.EPOCH.plusDays(10);
    private static final ReplayRange DAY_12 = new ReplayRange(12 * DAY, 13 * DAY, 12 * DAY);

    @TempDir
    Path root = Path.of("");

    @BeforeEach
    void archive() throws IOException {
        TestArchive archive = new TestArchive(root);
        archive.write("a.parquet", record(0, 5, 10 * DAY), record(0, 6, 10 * DAY + 1));
        archive.write("a.parquet", record(0, 9, 12 * DAY), record(0, 10, 12 * DAY + 1));
        archive.write("b.parquet", record(0, 7, 12 * DAY), record(0, 8, 12 * DAY + 1));
        archive.write("a.parquet", record(1, 3, 12 * DAY));
        archive.write(".a.parquet.inprogress.1", record(1, 99, 12 * DAY));
        archive.write(".b.parquet", record(1, 98, 12 * DAY));
    }

    private ArchiveIndex index() {
        return ArchiveIndex.of(root.toUri().toString());
    }

    private List<String> names(ReplayRange range, int partition) throws IOException {
        return index().files(Feed.TRANSIT_TAPS, range).getOrDefault(partition, List.of()).stream()
                .map(file -> root.toUri()
                        .relativize(Path.of(java.net.URI.create(file.path()).getPath())
                                .toUri())
                        .getPath())
                .map(name -> name.substring(name.indexOf("event_date=") + 11))
                .toList();
    }

    @Test
    void findsWhatMayLieInTheRangeByOffset() throws IOException {
        assertThat(names(DAY_12, 0))
                .containsExactly("1970-01-13/kafka_partition=0/b.parquet", "1970-01-13/kafka_partition=0/a.parquet");
        assertThat(names(DAY_12, 1)).containsExactly("1970-01-13/kafka_partition=1/a.parquet");
        assertThat(index().rowsAtMost(Feed.TRANSIT_TAPS, DAY_12)).isEqualTo(5);
    }

    @Test
    void warmsUpFromBeforeTheRange() throws IOException {
        assertThat(names(new ReplayRange(12 * DAY, 13 * DAY, 10 * DAY), 0)).hasSize(3);
    }

    @Test
    void findsWhatArrivedInTheRangeHoweverOldItIs() throws IOException {
        new TestArchive(root).write("late.parquet", record(1, 4, 2 * DAY, 12 * DAY, Verdict.LATE));

        assertThat(names(DAY_12, 1))
                .containsExactly("1970-01-13/kafka_partition=1/a.parquet", "1970-01-03/kafka_partition=1/late.parquet");
    }

    @Test
    void findsWhatHasNoTimeAtAll() throws IOException {
        new TestArchive(root)
                .write(
                        "timeless.parquet",
                        record(1, 4, FeedRecord.UNKNOWN_TIME, FeedRecord.UNKNOWN_TIME, Verdict.REJECTED));

        assertThat(names(DAY_12, 1)).contains("1970-01-01/kafka_partition=1/timeless.parquet");
        assertThat(index().firstDate(Feed.TRANSIT_TAPS)).isEqualTo(FIRST);
    }

    @Test
    void looksAtNoFileOfDaysAfterTheRange() throws IOException {
        Path later = new TestArchive(root).write("later.parquet", record(1, 4, 16 * DAY));
        Files.writeString(later, "not looked at");

        assertThat(names(DAY_12, 1)).hasSize(1);
        assertThatThrownBy(() -> index().highestOffsets(Feed.TRANSIT_TAPS)).hasMessageContaining("later.parquet");
    }

    @Test
    void tellsTheHighestOffsetOfEachPartition() throws IOException {
        assertThat(index().highestOffsets(Feed.TRANSIT_TAPS)).isEqualTo(Map.of(0, 10L, 1, 3L));
    }

    @Test
    void tellsDatesAndPartitions() throws IOException {
        ArchiveIndex index = index();

        assertThat(index.firstDate(Feed.TRANSIT_TAPS)).isEqualTo(FIRST);
        assertThat(index.lastDate(Feed.TRANSIT_TAPS)).isEqualTo(FIRST.plusDays(2));
        assertThat(index.partitions(Feed.TRANSIT_TAPS)).containsExactly(0, 1);
        assertThat(index.missing(Feed.TRANSIT_TAPS, FIRST, FIRST.plusDays(2)))
                .containsExactly(
                        new MissingFolder(FIRST, List.of(1)), new MissingFolder(FIRST.plusDays(1), List.of(0, 1)));
    }

    @Test
    void isEmptyWhereNothingWasArchived() throws IOException {
        assertThat(index().firstDate(Feed.AIR_OBSERVATIONS)).isNull();
        assertThat(index().lastDate(Feed.AIR_OBSERVATIONS)).isNull();
        assertThat(index().files(Feed.AIR_OBSERVATIONS, DAY_12)).isEmpty();
        assertThat(index().missing(Feed.AIR_OBSERVATIONS, FIRST, FIRST))
                .containsExactly(new MissingFolder(FIRST, List.of()));
    }

    @Test
    void passesOverFoldersThatAreNotTheArchives() throws IOException {
        Path feed = root.resolve("feed=transit.taps");
        Files.createDirectories(feed.resolve("event_date=never/kafka_partition=0"));
        Files.createDirectories(feed.resolve("event_date=1970-01-20/kafka_partition=one"));
        Files.createDirectories(feed.resolve("_temporary"));

        assertThat(index().lastDate(Feed.TRANSIT_TAPS)).isEqualTo(FIRST.plusDays(2));
    }
}
