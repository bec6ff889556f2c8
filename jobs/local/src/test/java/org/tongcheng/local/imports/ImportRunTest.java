package org.tongcheng.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

class ImportRunTest {

    private static final String HEADER = "TimePoint,StationCode,SO2,NO2,PM10,CO,O3,PM2_5";

    private final StringWriter said = new StringWriter();

    private static ImportRun run(boolean skipFaulty, Path file) {
        return new ImportRun(
                new Importer(ImportedFiles.CHENGDU, null, null),
                List.of(RecordedFile.of(file, null, null)),
                Speed.MAX,
                skipFaulty);
    }

    private Path faulty(Path folder) {
        return ImportedFiles.write(
                folder,
                "a.csv",
                HEADER + ",NOx",
                "2026-03-05T10:00:00,1431A,1,2,3,0.4,5,6,7",
                "2026-03-05T11:00:00,1431A,1,2,3,0.4,5,six,7");
    }

    @Test
    void sendsNothingWhileARowIsFaulty(@TempDir Path folder) {
        Path file = faulty(folder);
        assertThatThrownBy(() -> run(false, file).dry(new PrintWriter(said)))
                .hasMessage("nothing is sent: 1 row is faulty; mend them, or leave them out with --skip-faulty");

        assertThat(said.toString())
                .isEqualToNormalizingNewlines(file + ": the unknown column NOx is not imported\n" + file
                        + ": line 3, column pm2_5: 'six' is no number\n");
    }

    @Test
    void leavesFaultyRowsOutWhenToldTo(@TempDir Path folder) throws Exception {
        run(true, faulty(folder)).dry(new PrintWriter(said));

        assertThat(said.toString())
                .contains("air.observations 2026-03-05T02:00:00Z 1431A {\"schema_version\":\"air/1\"")
                .contains("2 rows, 1 to be sent; left out: 1 faulty")
                .endsWith("nothing was sent (--dry-run)" + System.lineSeparator());
    }

    @Test
    void neverShowsThePayloadOfATap(@TempDir Path folder) throws Exception {
        run(false, ImportedFiles.write(folder, "transit.taps.jsonl", "{\"token_id\":\"6217001234567890123\"}"))
                .dry(new PrintWriter(said));

        assertThat(said.toString())
                .contains("transit.taps undated without key 34 bytes")
                .doesNotContain("6217");
    }

    @Test
    void letsRecordsWaitForTheirTime() throws Exception {
        AtomicLong clock = new AtomicLong(7);
        List<Duration> pauses = new ArrayList<>();
        Pace pace = new Pace(new Speed(60), clock::get, time -> {
            pauses.add(time);
            clock.addAndGet(time.toNanos());
        });
        FileAccount account =
                new FileAccount(new RecordedFile(Path.of("x"), ImportFormat.JSONL, Feed.AIR_OBSERVATIONS));

        pace.await(record(account, 1_000_000));
        pace.await(record(account, 1_000_000 + TimeUnit.MINUTES.toMillis(1)));
        pace.await(record(account, 5));
        pace.await(record(account, FeedRecord.UNKNOWN_TIME));

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .as("a minute at sixty times its pace, and nothing for what is late or undated")
                .isEqualTo(Duration.ofSeconds(1));
    }

    private static ImportRecord record(FileAccount account, long timestamp) {
        return new ImportRecord(account, null, timestamp, new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "NaN", "Infinity"})
    void refusesASpeedThatIsNone(String text) {
        assertThatThrownBy(() -> Speed.of(text)).hasMessageContaining("not " + text);
    }

    @Test
    void tellsWhatAFileHoldsOrAsks(@TempDir Path folder) {
        Path lines = ImportedFiles.write(folder, "recorded.jsonl", "{}");
        Path table = ImportedFiles.write(folder, "a.csv", HEADER);
        Path other = ImportedFiles.write(folder, "a.txt", "");

        assertThat(RecordedFile.of(table, null, null).format()).isEqualTo(ImportFormat.CNEMC_AIR);
        assertThat(RecordedFile.of(lines, null, Feed.TRANSIT_TAPS).feed()).isEqualTo(Feed.TRANSIT_TAPS);
        assertThatThrownBy(() -> RecordedFile.of(lines, null, null)).hasMessageEndingWith("name it with --feed");
        assertThatThrownBy(() -> RecordedFile.of(other, null, null))
                .hasMessageEndingWith("say what it holds with --format");
        assertThatThrownBy(() -> RecordedFile.of(table, null, Feed.TRANSIT_TAPS))
                .hasMessageContaining("does not fit");
        assertThatThrownBy(() -> RecordedFile.of(folder, null, null)).hasMessageEndingWith("is no file");
        assertThatThrownBy(() -> ImportFormat.of("xml")).hasMessageContaining("[jsonl, cnemc-air, cnemc-water]");
    }
}
