package org.tongcheng.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

/** Feeds as they were really published. They stand beside the repository; without them nothing is tested here. */
class RecordedFeedsTest {

    @ParameterizedTest
    @CsvSource({
        "air-2018-02-20T07, AIR_OBSERVATIONS, 757",
        "air-2026-02-28T20, AIR_OBSERVATIONS, 22",
        "air-2026-03-05T10, AIR_OBSERVATIONS, 56",
        "air-polls-2019-07-18, AIR_OBSERVATIONS, 189",
        "water-sichuan-2025-11, WATER_OBSERVATIONS, 549",
        "taps-szt-2018-09-01, TRANSIT_TAPS, 97",
    })
    void everyRecordDecodes(String folder, Feed feed, int records) throws IOException {
        FeedDecoder<? extends FeedRecord> decoder = Examples.decoder(feed, KnownSites.anySite());

        List<String> lines = lines(folder, feed);

        assertThat(lines).hasSize(records).allSatisfy(line -> assertThat(
                        decoder.decode(bytes(line), FeedRecord.UNKNOWN_TIME).rejection())
                .isNull());
    }

    @Test
    void theScannerReadsEveryRealTap() throws IOException {
        TapScanner scanner = new TapScanner(KnownSites.anySite());

        assertThat(lines("taps-szt-2018-09-01", Feed.TRANSIT_TAPS))
                .allSatisfy(line -> assertThat(scanner.scan(bytes(line), FeedRecord.UNKNOWN_TIME))
                        .isNotNull());
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(String folder, Feed feed) throws IOException {
        Path recorded = recorded();
        assumeTrue(recorded != null, "no recorded feeds beside the repository");
        return Files.readAllLines(
                Objects.requireNonNull(recorded).resolve(folder).resolve(feed.topic() + ".jsonl"));
    }

    /** The folder that TONGCHENG_REAL names, else the one next to the checkout. */
    private static @Nullable Path recorded() {
        String named = System.getProperty("TONGCHENG_REAL", System.getenv("TONGCHENG_REAL"));
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/real"))) {
            folder = folder.getParent();
        }
        return folder == null ? null : folder.resolve("shared/real");
    }
}
