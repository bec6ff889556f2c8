package org.tongcheng.domain.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.time.BusinessTime;

/** Hours as they were observed, against the index that the national platform published for them. */
class PublishedAirTest {

    private static final BusinessTime TIME = new BusinessTime(ZoneId.of("Asia/Shanghai"));
    private static final Pattern STATION = Pattern.compile("\"station_id\":\"([^\"]+)\"");
    private static final Pattern OBSERVED = Pattern.compile("\"observed_at\":\"([^\"]+)\"");

    /** {@code unlike} counts the rows whose published index lacks an item and would be withheld by today's rule. */
    @ParameterizedTest(name = "{0}: all but {1}")
    @CsvSource({"air-2018-02-20T07, 3", "air-2026-02-28T20, 0", "air-2026-03-05T10, 0"})
    void reproducesThePublishedIndexAndPrimaryPollutants(String folder, int unlike) throws IOException {
        Path recorded = recorded(folder);
        assumeTrue(recorded != null, "the recorded feeds are not on this machine");

        Map<String, String> computed = computed(Objects.requireNonNull(recorded));
        Map<String, String> published = published(recorded);

        List<String> differing = published.keySet().stream()
                .filter(station -> !Objects.equals(published.get(station), computed.get(station)))
                .toList();
        assertThat(differing).hasSize(unlike).allMatch(station -> " ".equals(computed.get(station)));
    }

    private static Map<String, String> computed(Path folder) throws IOException {
        Map<String, Set<AirItem>> monitored = monitored(folder);
        Map<String, String> computed = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("air.observations.jsonl"))) {
            LocalDate day = TIME.dayOfHourEnding(
                    OffsetDateTime.parse(first(OBSERVED, line)).toInstant().toEpochMilli());
            String station = first(STATION, line);
            Aqi aqi = HourReport.ofStation(
                            IndexStandard.on(day), values(line), monitored.getOrDefault(station, AirValues.ALL))
                    .aqi();
            computed.put(station, (aqi.value() == null ? "" : aqi.value()) + " " + joined(aqi));
        }
        return computed;
    }

    /** Only the stations that do not monitor all six. */
    private static Map<String, Set<AirItem>> monitored(Path folder) throws IOException {
        Map<String, Set<AirItem>> monitored = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("region/air_stations.csv"))) {
            String[] cells = line.split(",", -1);
            Set<AirItem> named = Arrays.stream(AirItem.values())
                    .filter(item -> Arrays.asList(cells[5].split(";", -1)).contains(item.wireName()))
                    .collect(Collectors.toSet());
            if (!named.isEmpty()) {
                monitored.put(cells[0], named);
            }
        }
        return monitored;
    }

    private static Map<String, String> published(Path folder) throws IOException {
        Map<String, String> published = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("published-air.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.replace("\"", "").split(",", 4);
            published.put(cells[0], cells[2] + " " + cells[3]);
        }
        return published;
    }

    private static Map<AirItem, BigDecimal> values(String line) {
        Map<AirItem, BigDecimal> values = new EnumMap<>(AirItem.class);
        for (AirItem item : AirItem.values()) {
            Matcher matcher =
                    Pattern.compile("\"" + item.wireName() + "\":([0-9.]+)").matcher(line);
            if (matcher.find()) {
                values.put(item, new BigDecimal(matcher.group(1)));
            }
        }
        return values;
    }

    private static String joined(Aqi aqi) {
        return aqi.primaryPollutants().stream().map(AirItem::wireName).collect(Collectors.joining(","));
    }

    private static String first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static @Nullable Path recorded(String folder) {
        String named = System.getenv("TONGCHENG_REAL");
        if (named != null) {
            return Path.of(named, folder);
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path candidate = up.resolve("shared/real").resolve(folder);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
