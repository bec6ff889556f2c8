package org.tongcheng.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.day.LiveDemoDay;
import org.tongcheng.local.day.SharedDay;
import org.tongcheng.local.diff.Diff;
import org.tongcheng.local.diff.DiffReport;
import org.tongcheng.local.diff.Question;
import org.tongcheng.local.diff.Sides;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegionDirectory;

/** The live day again, from everywhere it was kept, and with something changed. */
@ExtendWith(SharedDay.class)
class ReplayIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final RegionBundle CHENGDU = RegionDirectory.shippedBundle("chengdu");

    /** All of the day, and what of it belongs to the days beside it. */
    private static final long BEGIN = midnight(DAY.minusDays(1));

    private static final long END = midnight(DAY.plusDays(3));

    @TempDir
    private static Path runs;

    private static KafkaSettings kafka;
    private static InfluxSettings influx;
    private static Path archive;
    private static Path firstHalf;

    @BeforeAll
    static void theDayHasPassed(LiveDemoDay day) throws Exception {
        kafka = Settings.read(
                new String[] {"--bootstrap-servers", day.kafka().bootstrapServers()},
                Map.of(),
                settings -> KafkaSettings.from(settings, "replay"));
        influx = new InfluxSettings(day.influx().toString(), "-", "tongcheng", null, null, null);
        DayArchive archives = new DayArchive(day.kafka(), runs.resolve("archives"));
        archive = archives.whole();
        firstHalf = archives.half();
    }

    @ParameterizedTest(name = "from {0} at parallelism {1}")
    @CsvSource({"ARCHIVE,1", "ARCHIVE,4", "KAFKA,1", "KAFKA,4", "BOTH,1", "BOTH,4"})
    void equalsLive(ReplaySource source, int parallelism) throws Exception {
        Path place = source == ReplaySource.BOTH ? firstHalf : archive;
        String id = "equal-" + source.name().toLowerCase(Locale.ROOT) + "-" + parallelism;

        run(request(id, EnumSet.allOf(Feed.class), source, place, parallelism), CHENGDU);

        // InfluxDB says the same as Kafka, more slowly.
        for (String live : id.equals("equal-archive-1") ? List.of("kafka:", "live") : List.of("kafka:")) {
            DiffReport report = diff(id, live);
            assertThat(report.equal()).as(report.text()).isTrue();
        }
        assertThat(Files.readString(runs.resolve(id).resolve("transit.results.jsonl")))
                .doesNotContain("\"partial\"");
    }

    @Test
    void theSameAlertsStandWhereTheyAreToldAsTheyCome() throws Exception {
        Set<Feed> air = EnumSet.of(Feed.AIR_OBSERVATIONS);
        ReplayRequest slower = request("at-a-speed", air, ReplaySource.ARCHIVE, archive, 2);

        run(slower.at(48 * 3600), CHENGDU);
        run(request("at-once", air, ReplaySource.ARCHIVE, archive, 2), CHENGDU);

        DiffReport report = diff("at-a-speed", "at-once");
        assertThat(report.equal()).as(report.text()).isTrue();
    }

    @Test
    void aChangedRuleChangesItsAlertsAndNothingElse() throws Exception {
        Set<Feed> air = EnumSet.of(Feed.AIR_OBSERVATIONS);
        run(request("rules-before", air, ReplaySource.ARCHIVE, archive, 2), CHENGDU);
        run(
                request("rules-after", air, ReplaySource.ARCHIVE, archive, 2),
                ChangedRegion.ruleOff(CHENGDU, "air-city-aqi"));

        DiffReport report = diff("rules-before", "rules-after");

        assertThat(report.equal()).isFalse();
        assertThat(report.differing()).containsExactly("alerts");
        assertThat(differences(report)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("air-city-aqi"));
    }

    @Test
    void aStationTakenOutOfTheRegistryIsRefusedAndMissingFromItsCity() throws Exception {
        Set<Feed> air = EnumSet.of(Feed.AIR_OBSERVATIONS);
        run(request("registry-before", air, ReplaySource.ARCHIVE, archive, 2), CHENGDU);
        String station = ChangedRegion.stationOf(CHENGDU, "511400");
        run(
                request("registry-after", air, ReplaySource.ARCHIVE, archive, 2),
                ChangedRegion.withoutStation(CHENGDU, station));

        DiffReport report = diff("registry-before", "registry-after");

        assertThat(report.differing())
                .contains("air_station_1h", "air_city_1h", "feed_ledger_1m")
                .doesNotContain("transit_city_1h", "water_section");
        assertThat(differences(report)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .containsAnyOf(station, "511400", "air.observations"));
    }

    @Test
    void aTimeInTheMiddleIsWarmedUpAndItsEdgesAreMarked() throws Exception {
        run(noon("noon", EnumSet.allOf(Feed.class)), CHENGDU);

        DiffReport report = diff("noon", "kafka:");
        assertThat(Files.readString(runs.resolve("noon/transit.results.jsonl")).lines())
                .anySatisfy(
                        line -> assertThat(line).contains("transit_city_1h", "T15:00:00+08:00", "\"partial\":true"));
        assertThat(report.equal()).as(report.text()).isTrue();
    }

    @Test
    void resultsGoToTopicsAndABucketOfTheRunWhereToldTo() throws Exception {
        ReplayRequest request = noon("everywhere", EnumSet.of(Feed.WATER_OBSERVATIONS));

        run(new Replay(request, CHENGDU, kafka, true, influx));

        assertThat(Files.readString(runs.resolve("everywhere/water.results.jsonl")))
                .contains("\"partial\":true");
        for (String own : List.of("kafka:replay_everywhere.", "influx:replay_everywhere", "kafka:")) {
            DiffReport report = diff("everywhere", own);
            assertThat(report.equal()).as(report.text()).isTrue();
        }
    }

    @Test
    void aRunOfTheSameIdIsRefusedAndLeftAlone() throws Exception {
        Set<Feed> water = EnumSet.of(Feed.WATER_OBSERVATIONS);
        ReplayRequest request = request("twice", water, ReplaySource.ARCHIVE, archive, 1);
        run(request, CHENGDU);

        assertThatThrownBy(() -> run(request, CHENGDU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'twice' already");
        assertThat(diff("twice", "kafka:").equal()).isTrue();
    }

    @Test
    void aTimeWithoutRecordsIsTold() throws Exception {
        Set<Feed> air = EnumSet.of(Feed.AIR_OBSERVATIONS);
        ReplayRequest later = new ReplayRequest(
                "later",
                air,
                midnight(DAY.plusDays(90)),
                midnight(DAY.plusDays(91)),
                ReplaySource.ARCHIVE,
                archive.toString(),
                null,
                runs,
                1,
                false);

        assertThatThrownBy(() -> run(later, CHENGDU))
                .hasMessageContaining("nothing to replay from 2026-06-03T00:00+08:00")
                .hasMessageMatching("(?s).*air.observations: 2026-\\d\\d-\\d\\d to 2026-03-\\d\\d");
        assertThat(runs.resolve("later")).doesNotExist();
    }

    /** A time whose edges cut windows. */
    private static ReplayRequest noon(String id, Set<Feed> feeds) {
        return new ReplayRequest(
                id,
                feeds,
                midnight(DAY) + 9 * 3_600_000L,
                midnight(DAY) + 15 * 3_600_000L + 30 * 60_000L,
                ReplaySource.ARCHIVE,
                archive.toString(),
                null,
                runs,
                2,
                false);
    }

    private static ReplayRequest request(String id, Set<Feed> feeds, ReplaySource source, Path place, int parallelism) {
        return new ReplayRequest(id, feeds, BEGIN, END, source, place.toString(), null, runs, parallelism, false);
    }

    private static void run(ReplayRequest request, RegionBundle bundle) throws Exception {
        run(new Replay(request, bundle, kafka, false, null));
    }

    private static void run(Replay replay) throws Exception {
        replay.run(new PrintWriter(new StringWriter()), false);
    }

    private static DiffReport diff(String one, String other) throws Exception {
        return Diff.of(
                        new Sides(runs, kafka, influx),
                        List.of(one, other),
                        Question.of(List.of(), List.of(), null, null, 20),
                        ZONE)
                .compare(ZONE);
    }

    /** The lines that tell of the first ones. */
    private static List<String> differences(DiffReport report) {
        return report.text()
                .lines()
                .dropWhile(line -> !line.startsWith("the first differences"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
