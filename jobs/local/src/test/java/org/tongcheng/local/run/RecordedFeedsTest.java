package org.tongcheng.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;

class RecordedFeedsTest {

    @Test
    void findsPlainAndPackedFilesAndDoesWithoutTheRest(@TempDir Path folder) throws Exception {
        Path taps = Files.createFile(folder.resolve("transit.taps.jsonl"));
        Path water = Files.createFile(folder.resolve("water.observations.jsonl.gz"));

        assertThat(RecordedFeeds.in(folder).files())
                .isEqualTo(Map.of(Feed.TRANSIT_TAPS, taps, Feed.WATER_OBSERVATIONS, water));
    }

    @Test
    void doesNotGuessWhichOfTwoIsMeant(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("transit.taps.jsonl"));
        Files.createFile(folder.resolve("transit.taps.jsonl.gz"));

        assertThatThrownBy(() -> RecordedFeeds.in(folder)).hasMessageContaining("keep one of");
    }

    @Test
    void saysWhatFilesItLooksFor(@TempDir Path folder) {
        assertThatThrownBy(() -> RecordedFeeds.in(folder)).hasMessageContaining("transit.taps.jsonl");
    }
}
