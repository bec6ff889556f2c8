package org.tongcheng.archive.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.Verdict;

class RollWhenLargeTest {

    private static final Folder ONE = new Folder("one");
    private static final Folder OTHER = new Folder("other");

    /** Room for three records of a hundred bytes. */
    private final RollWhenLarge rolling = new RollWhenLarge(900);

    /** A file that is written in a folder; only the folder counts. */
    private record Folder(String name) implements PartFileInfo<String> {

        @Override
        public String getBucketId() {
            return name;
        }

        @Override
        public long getCreationTime() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getSize() {
            throw new UnsupportedOperationException("nothing is written before a file ends");
        }

        @Override
        public long getLastUpdateTime() {
            throw new UnsupportedOperationException();
        }
    }

    private static ArchivedRecord record() {
        return new ArchivedRecord("transit.taps", 0, 0, 0, new byte[30], new byte[70], 0, Verdict.ACCEPTED, null);
    }

    @Test
    void endsAFileBeforeItsRecordsFillTheMemory() throws IOException {
        for (int file = 0; file < 3; file++) {
            for (int i = 0; i < 3; i++) {
                assertThat(rolling.shouldRollOnEvent(ONE, record())).isFalse();
            }
            assertThat(rolling.shouldRollOnEvent(ONE, record())).isTrue();
        }
    }

    @Test
    void countsEachFolderForItself() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(rolling.shouldRollOnEvent(ONE, record())).isFalse();
            assertThat(rolling.shouldRollOnEvent(OTHER, record())).isFalse();
        }
        assertThat(rolling.shouldRollOnEvent(ONE, record())).isTrue();
        assertThat(rolling.shouldRollOnEvent(OTHER, record())).isTrue();
    }

    @Test
    void endsEveryFileWithACheckpointAndCountsAnew() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(rolling.shouldRollOnEvent(ONE, record())).isFalse();
        }
        assertThat(rolling.shouldRollOnCheckpoint(ONE)).isTrue();
        assertThat(rolling.shouldRollOnEvent(ONE, record())).isFalse();
    }

    @Test
    void takesNothingsOfARecordForNothing() throws IOException {
        ArchivedRecord bare = new ArchivedRecord("transit.taps", 0, 0, 0, null, null, 0, Verdict.REJECTED, null);
        for (int i = 0; i < 4; i++) {
            assertThat(rolling.shouldRollOnEvent(ONE, bare)).isFalse();
        }
        assertThat(rolling.shouldRollOnEvent(ONE, bare)).isTrue();
    }

    @Test
    void neverEndsAFileByTheClock() {
        assertThat(rolling.shouldRollOnProcessingTime(ONE, Long.MAX_VALUE)).isFalse();
    }

    /** A restored writer has no files, so it counts anew. */
    @Test
    void countsFromNothingWhereTheJobTakesIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(rolling.shouldRollOnEvent(ONE, record())).isFalse();
        }
        RollWhenLarge elsewhere = InstantiationUtil.clone(rolling);
        assertThat(elsewhere.shouldRollOnEvent(ONE, record())).isFalse();
    }
}
