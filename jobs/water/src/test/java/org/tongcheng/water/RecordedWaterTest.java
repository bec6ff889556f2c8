package org.tongcheng.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.RegionDirectory;

/** The whole topology over recorded observations, against the classes published for them. */
final class RecordedWaterTest {

    private static final String FOLDER = "water-sichuan-2025-11";

    @Test
    void reproducesEveryPublishedClassAndAccountsForEveryRow() throws Exception {
        Path folder = recorded();
        List<String> lines = Files.readAllLines(folder.resolve("water.observations.jsonl"));

        WaterRun run = WaterRun.of(RegionDirectory.load(folder.resolve("region")), 4, lines);

        Map<String, String> classes = new TreeMap<>();
        long[] ledger = new long[2];
        for (Result result : run.points().values()) {
            if (result.measurement().equals("water_section")) {
                classes.put(
                        result.tag("section_id") + " " + WaterFixture.local(result.time()),
                        Objects.requireNonNullElse(result.field("class"), ""));
            } else if (result.measurement().equals("feed_ledger_1m")) {
                ledger[0] += count(result, "received");
                ledger[1] += count(result, "accepted")
                        + count(result, "duplicate")
                        + count(result, "late")
                        + count(result, "rejected");
            }
        }
        assertThat(classes).isEqualTo(published(folder));
        assertThat(ledger).containsExactly(lines.size(), lines.size());
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

    /** The folder of the records next to the checkout, or the one that TONGCHENG_REAL names. */
    private static Path recorded() {
        String named = System.getProperty("TONGCHENG_REAL", System.getenv("TONGCHENG_REAL"));
        Path folder = named == null ? null : Path.of(named, FOLDER);
        for (Path up = Path.of("").toAbsolutePath(); folder == null && up != null; up = up.getParent()) {
            Path candidate = up.resolve("shared/real").resolve(FOLDER);
            folder = Files.isDirectory(candidate) ? candidate : null;
        }
        assumeTrue(folder != null && Files.isDirectory(folder), "no recorded data on this machine");
        return Objects.requireNonNull(folder);
    }

    private static long count(Result result, String field) {
        return Long.parseLong(Objects.requireNonNull(result.field(field)));
    }
}
