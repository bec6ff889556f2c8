package org.tongcheng.domain.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.WaterItem;

/** Every class that the national platform published for the recorded sections; skipped where the records are absent. */
final class RecordedWaterTest {

    private static final String FOLDER = "water-sichuan-2025-11";

    @Test
    void reproducesEveryPublishedClass() {
        Path folder = recorded();
        Map<String, SectionKind> kinds = new HashMap<>();
        for (String[] row : rows(folder.resolve("region/water_sections.csv"))) {
            kinds.put(row[0], row[4].equals("lake") ? SectionKind.LAKE : SectionKind.RIVER);
        }
        Map<String, String> published = new TreeMap<>();
        for (String[] row : rows(folder.resolve("published-water.csv"))) {
            published.put(row[0] + " " + row[1], row[2]);
        }

        Map<String, String> judged = new TreeMap<>();
        for (String line : lines(folder.resolve("water.observations.jsonl"))) {
            String sectionId = text(line, "section_id");
            SectionKind kind = Objects.requireNonNull(kinds.get(sectionId), sectionId);
            WaterClass waterClass = SectionAssessment.of(values(line), kind).waterClass();
            judged.put(
                    sectionId + " " + text(line, "observed_at"),
                    waterClass == null ? "" : Integer.toString(waterClass.number()));
        }

        assertThat(judged).hasSize(475).isEqualTo(published);
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

    private static Map<WaterItem, BigDecimal> values(String line) {
        String inner = line.substring(line.indexOf("\"values\""));
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        for (WaterItem item : WaterItem.values()) {
            Matcher number = Pattern.compile("\"" + item.wireName() + "\":(-?[0-9][0-9.eE+-]*)")
                    .matcher(inner);
            if (number.find()) {
                values.put(item, new BigDecimal(number.group(1)));
            }
        }
        return values;
    }

    private static String text(String line, String name) {
        Matcher text = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(line);
        assertThat(text.find()).isTrue();
        return text.group(1);
    }

    private static List<String[]> rows(Path csv) {
        return lines(csv).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
