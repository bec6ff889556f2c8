package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;

class FeedFilesTest {

    @Test
    void writesOneFilePerFeedWithOneRecordALineInOrderOfArrival(@TempDir Path folder) throws IOException {
        FeedsGenerator generator = new FeedsGenerator(Chengdu.REGION, Chengdu.WHOLE_DAY.withTapsPerDay(2_000));
        List<GeneratedRecord> records = Chengdu.drained(generator.records());
        Path feeds = folder.resolve("new/feeds");

        long written = FeedFiles.write(feeds, generator.records());

        assertThat(written).isEqualTo(records.size());
        for (Feed feed : Feed.values()) {
            List<String> expected = records.stream()
                    .filter(generated -> generated.feed() == feed)
                    .map(generated -> new String(generated.payload(), StandardCharsets.ISO_8859_1))
                    .toList();
            assertThat(Files.readAllLines(feeds.resolve(feed.topic() + ".jsonl"), StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aFeedWithoutRecordsGetsNoFile(@TempDir Path folder) throws IOException {
        assertThat(FeedFiles.write(folder, Collections.emptyIterator())).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
