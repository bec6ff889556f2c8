package org.tongcheng.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

class LineRecordsTest {

    private static final String TOKEN = "hk1:0123456789abcdef0123456789abcdef";

    private static String tap(String token, String received) {
        return "{\"token_id\":\"" + token + "\",\"received_timestamp\":\"" + received + "\"}";
    }

    private static String air(String time) {
        return "{\"station_id\":\"1431A\", \"observed_at\":\"" + time + "\"}";
    }

    @Test
    void sendsEveryLineAsItIsWithTheKeyThatCanBeRead(@TempDir Path folder) {
        String[] lines = {
            tap(TOKEN, "2026-03-05T10:00:00+08:00"),
            "no json",
            "",
            tap("6217001234567890123", "2026-03-05T10:00:02+08:00")
        };
        Collected sent = ImportedFiles.send(ImportedFiles.write(folder, "transit.taps.jsonl", lines));

        assertThat(sent.payloads()).containsExactly(lines);
        assertThat(sent.keys()).as("a card number is no key").isEqualTo(Arrays.asList(TOKEN, null, null, null));
    }

    @Test
    void datesARecordByItsArrivalElseItsEventElseTheRecordBefore(@TempDir Path folder) {
        Collected sent = ImportedFiles.send(ImportedFiles.write(
                folder,
                "air.observations.jsonl.gz",
                "broken before any time",
                air("2026-03-05T10:00:00+08:00"),
                "{\"received_timestamp\":\"2026-03-05T10:40:00+08:00\",\"observed_at\":\"2026-03-05T10:00:00+08:00\"}",
                "broken"));

        assertThat(sent.records)
                .extracting(ImportRecord::timestamp)
                .containsExactly(
                        FeedRecord.UNKNOWN_TIME,
                        Instant.parse("2026-03-05T02:00:00Z").toEpochMilli(),
                        Instant.parse("2026-03-05T02:40:00Z").toEpochMilli(),
                        Instant.parse("2026-03-05T02:40:00Z").toEpochMilli());
    }

    @Test
    void sendsFilesOfAFeedOneAfterTheOtherAndTheEarlierFeedFirst(@TempDir Path folder) {
        Path late = ImportedFiles.write(folder, "late.jsonl", air("2026-03-05T12:00:00+08:00"));
        Path early = ImportedFiles.write(folder, "early.jsonl", air("2026-03-05T09:00:00+08:00"));
        Path taps = ImportedFiles.write(
                folder,
                "transit.taps.jsonl",
                tap(TOKEN, "2026-03-05T10:00:00+08:00"),
                tap(TOKEN, "2026-03-05T13:00:00+08:00"));
        List<FileAccount> accounts = List.of(
                new FileAccount(RecordedFile.of(late, null, Feed.AIR_OBSERVATIONS)),
                new FileAccount(RecordedFile.of(taps, null, null)),
                new FileAccount(RecordedFile.of(early, null, Feed.AIR_OBSERVATIONS)));

        Collected sent = ImportedFiles.send(new Importer(ImportedFiles.CHENGDU, null, null), accounts);

        assertThat(sent.records)
                .extracting(record -> record.account().file().name())
                .containsExactly("transit.taps.jsonl", "late.jsonl", "early.jsonl", "transit.taps.jsonl");
    }

    @Test
    void tellsOfLinesTooLargeForAnyFeed(@TempDir Path folder) {
        String large = "{\"station_id\":\"" + "x".repeat(Feed.MAX_PAYLOAD_BYTES) + "\"}";
        FileAccount account =
                ImportedFiles.account(ImportedFiles.write(folder, "air.observations.jsonl", large), null, null);

        assertThat(account)
                .hasToString(folder.resolve("air.observations.jsonl")
                        + " (jsonl, to air.observations): 1 rows, 1 sent; 1 cut: too large for any feed");
    }

    @Test
    void namesAFileWhoseGzipEndsTooEarly(@TempDir Path folder) {
        Path file = ImportedFiles.write(folder, "plain.csv", "x".getBytes(StandardCharsets.UTF_8));
        Path broken = folder.resolve("air.observations.jsonl.gz");
        assertThat(file.toFile().renameTo(broken.toFile())).isTrue();

        assertThatThrownBy(() -> ImportedFiles.send(broken)).hasMessageContaining(broken + ": its gzip data");
    }
}
