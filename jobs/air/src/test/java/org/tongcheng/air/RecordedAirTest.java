package org.tongcheng.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.testkit.JobRun;
import org.tongcheng.testkit.RecordedFeeds;

/** The whole topology over recorded observations, against the indices that the national platform published for them. */
class RecordedAirTest {

    /** {@code withheld} counts the rows whose published index lacks an item: today's rule gives them none. */
    @ParameterizedTest(name = "{0}: all but {1}")
    @CsvSource({"air-2018-02-20T07, 3", "air-2026-02-28T20, 0", "air-2026-03-05T10, 0"})
    void reproducesThePublishedIndices(String name, int withheld) throws Exception {
        Path folder = RecordedFeeds.folder(name);
        List<String> lines = Files.readAllLines(folder.resolve("air.observations.jsonl"));

        JobRun run = AirRun.of(RegionDirectory.load(folder.resolve("region")), 4, lines);

        Map<String, String> published = published(folder);
        Map<String, String> computed = new TreeMap<>();
        run.points().values().stream()
                .filter(point -> point.measurement().equals("air_station_1h"))
                .forEach(point -> computed.put(
                        point.tag("station_id"), field(point, "aqi") + " " + field(point, "primary_pollutants")));
        assertThat(computed).hasSameSizeAs(published);
        List<String> differing = published.keySet().stream()
                .filter(station -> !Objects.equals(published.get(station), computed.get(station)))
                .toList();
        assertThat(differing).hasSize(withheld).allMatch(station -> " ".equals(computed.get(station)));
        assertBalance(run, lines.size());
    }

    @Test
    void accountsForRepeatedPolls() throws Exception {
        Path folder = RecordedFeeds.folder("air-polls-2019-07-18");
        List<String> lines = Files.readAllLines(folder.resolve("air.observations.jsonl"));

        JobRun run = AirRun.of(RegionDirectory.load(folder.resolve("region")), 4, lines);

        assertThat(run.points().values())
                .filteredOn(point -> point.measurement().equals("air_station_1h"))
                .hasSize(105);
        assertThat(run.ledger("accepted") - run.ledger("revised")).isEqualTo(105);
        assertBalance(run, lines.size());
    }

    private static void assertBalance(JobRun run, int received) {
        assertThat(run.ledger("received")).isEqualTo(received);
        assertThat(run.accountedFor()).isEqualTo(received);
    }

    private static Map<String, String> published(Path folder) throws Exception {
        Map<String, String> published = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("published-air.csv"))) {
            String[] row = line.replace("\"", "").split(",", 4);
            if (!row[0].equals("station_id")) {
                published.put(row[0], row[2] + " " + row[3]);
            }
        }
        return published;
    }

    private static String field(Result point, String name) {
        return Objects.requireNonNullElse(point.field(name), "");
    }
}
