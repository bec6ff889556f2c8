package org.tongcheng.archive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.archive.TestArchive.DAY;
import static org.tongcheng.archive.TestArchive.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.archive.TestArchive;
import org.tongcheng.archive.index.ArchiveIndex;
import org.tongcheng.archive.index.ArchivedFile;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.plumbing.intake.ReplayRange;

class ArchiveRowsTest {

    private static final ReplayRange RANGE = new ReplayRange(DAY, 2 * DAY, DAY);

    @TempDir
    Path root = Path.of("");

    private SortedMap<Integer, List<ArchivedFile>> files() throws IOException {
        return ArchiveIndex.of(root.toString()).files(Feed.TRANSIT_TAPS, RANGE);
    }

    @Test
    void handsOutOnePartitionAfterTheOther() throws IOException {
        new TestArchive(root).write("a.parquet", record(0, 3, DAY), record(0, 4, 2 * DAY));
        new TestArchive(root).write("a.parquet", record(1, 7, DAY));
        List<Long> offsets = new ArrayList<>();

        try (ArchiveRows rows = new ArchiveRows(files(), RANGE)) {
            rows.forEachRemaining(row -> offsets.add(row.offset()));
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }

        assertThat(offsets).containsExactly(3L, 7L);
    }

    @Test
    void isEmptyWhereNothingIsArchived() throws IOException {
        try (ArchiveRows rows = new ArchiveRows(files(), RANGE)) {
            assertThat(rows).isExhausted();
        }
    }

    @Test
    void namesAFileThatWentAwayMeanwhile() throws IOException {
        Path file = new TestArchive(root).write("gone.parquet", record(0, 3, DAY));
        SortedMap<Integer, List<ArchivedFile>> files = files();
        Files.delete(file);

        assertThatThrownBy(() -> new ArchiveRows(files, RANGE)).hasMessageContaining("gone.parquet");
    }
}
