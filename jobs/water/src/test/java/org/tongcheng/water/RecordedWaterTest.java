package org.tongcheng.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.testkit.JobRun;
import org.tongcheng.testkit.RecordedFeeds;
import org.tongcheng.testkit.ShanghaiTime;

/** The whole topology over recorded observations, against the classes published for them. */
final class RecordedWaterTest {

    @Test
    void reproducesEveryPublishedClassAndAccountsForEveryRow() throws Exception {
        Path folder = RecordedFeeds.folder("water-sichuan-2025-11");
        List<String> lines = Files.readAllLines(folder.resolve("water.observations.jsonl"));

        JobRun run = WaterRun.of(RegionDirectory.load(folder.resolve("region")), 4, lines);

        Map<String, String> classes = new TreeMap<>();
        for (Result result : run.points().values()) {
            if (result.measurement().equals("water_section")) {
                classes.put(
                        result.tag("section_id") + " " + ShanghaiTime.local(result.time()),
                        Objects.requireNonNullElse(result.field("class"), ""));
            }
        }
        assertThat(classes).isEqualTo(published(folder));
        assertThat(run.ledger("received")).isEqualTo(lines.size());
        assertThat(run.accountedFor()).isEqualTo(lines.size());
        assertThat(run.deadLetters()).isEmpty();
    }

    private static Map<String, String> published(Path folder) throws Exception {
        Map<String, String> published = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("published-water.csv"))) {
            String[] row = line.split(",", -1);
            if (!row[0].equals("section_id")) {
                published.put(row[0] + " " + row[1].substring(0, "2025-11-06T20:00".length()), row[2]);
            }
        }
        return published;
    }
}
