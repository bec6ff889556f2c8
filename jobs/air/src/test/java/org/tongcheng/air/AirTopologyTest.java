package org.tongcheng.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.JobRun;
import org.tongcheng.testkit.ShanghaiTime;

class AirTopologyTest {

    private static final String MORNING = "2026-03-05T10:00";

    @Test
    void issuesAllThatUsedACorrectedHourAgain() throws Exception {
        List<String> lines = fullDay("dy-1", "2026-03-05T00:00", "5 33 64 0.8 31 32");
        lines.addAll(fullDay("dy-1", "2026-03-06T00:00", "5 33 64 0.8 31 32"));
        JobRun before = AirRun.of(AirFixture.REGION, 2, lines);
        lines.add(line("dy-1", MORNING, "5 33 304 0.8 31 32"));
        JobRun after = AirRun.of(AirFixture.REGION, 2, lines);

        for (String point : List.of(
                "air_station_1h,city_code=510600,station_id=dy-1 2026-03-05T10:00",
                "air_station_1d,city_code=510600,station_id=dy-1 2026-03-05T00:00",
                "air_city_1h,city_code=510600 2026-03-05T10:00",
                "air_city_1d,city_code=510600 2026-03-05T00:00")) {
            assertThat(after.point(point).revision())
                    .as(point)
                    .isEqualTo(before.point(point).revision() + 1);
            assertThat(after.point(point).field("pm10"))
                    .isNotEqualTo(before.point(point).field("pm10"));
        }
        assertThat(after.point("air_city_1d,city_code=510600 2026-03-05T00:00").field("pm10"))
                .isEqualTo("74");
        // 64 and 74 in two days: 69 over 60.
        assertThat(after.point("air_city_index_mtd,city_code=510600 2026-03-06T00:00")
                        .field("index_pm10"))
                .isEqualTo("1.15");
        assertThat(before.point("air_city_index_mtd,city_code=510600 2026-03-06T00:00")
                        .field("index_pm10"))
                .isEqualTo("1.07");
    }

    @Test
    void ranksTheCities() throws Exception {
        List<String> lines = fullDay("dy-1", "2026-03-05T00:00", "5 33 64 0.8 31 32");
        lines.addAll(fullDay("cd-1", "2026-03-05T00:00", "5 33 64 0.8 31 33"));

        JobRun run = AirRun.of(AirFixture.REGION, 2, lines);

        assertThat(run.point("air_city_index_mtd,city_code=510600 2026-03-05T00:00")
                        .field("rank"))
                .isEqualTo("1");
        assertThat(run.point("air_city_index_mtd,city_code=510100 2026-03-05T00:00")
                        .field("rank"))
                .isEqualTo("2");
    }

    @Test
    void accountsForEveryRecord() throws Exception {
        JobRun run = AirRun.of(
                AirFixture.REGION,
                1,
                List.of(
                        line("cd-1", MORNING, "5 33 64 0.8 31 32"),
                        line("cd-1", MORNING, "5 33 64 0.8 31 32"),
                        line("cd-1", MORNING, "5 33 65 0.8 31 32"),
                        line("nowhere", MORNING, "5 33 65 0.8 31 32"),
                        "not json",
                        line("dy-1", "2026-01-05T08:00", "5 33 65 0.8 31 32")));

        assertThat(run.deadLetters())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectionReason.UNKNOWN_SITE, RejectionReason.MALFORMED_JSON);
        assertThat(run.late()).hasSize(1);
        assertThat(List.of("received", "accepted", "revised", "duplicate", "late", "rejected"))
                .extracting(run::ledger)
                .containsExactly(6L, 2L, 1L, 1L, 1L, 2L);
        assertThat(run.point("air_city_1h,city_code=510100 " + MORNING).revision())
                .isEqualTo(1);
    }

    @Test
    void givesTheSameAtAnyParallelismAndInAnyOrder() throws Exception {
        List<String> lines = fourDaysAcrossTheStandards();
        Map<String, Result> expected = AirRun.of(AirFixture.REGION, 1, lines).content();
        Map<String, Long> counts =
                expected.values().stream().collect(Collectors.groupingBy(Result::measurement, Collectors.counting()));
        assertThat(counts)
                .containsEntry("air_station_1h", (long) lines.size())
                .containsEntry("air_station_1d", 12L)
                .containsEntry("air_city_1d", 8L)
                .containsEntry("air_city_index_mtd", 8L);
        assertThat(expected.values())
                .anyMatch(point -> String.valueOf(point.field("qc")).contains("flat_pm2_5"));

        Collections.shuffle(lines, new Random(7));
        assertThat(AirRun.of(AirFixture.REGION, 4, lines).content()).isEqualTo(expected);
        Collections.shuffle(lines, new Random(8));
        assertThat(AirRun.of(AirFixture.REGION, 1, lines).content()).isEqualTo(expected);
    }

    /** Three stations over the change of standard and of month, with gaps, and PM2.5 that hardly moves. */
    private static List<String> fourDaysAcrossTheStandards() {
        Random random = new Random(42);
        List<String> lines = new ArrayList<>();
        long start = ShanghaiTime.at("2026-02-27T00:00");
        for (String station : List.of("dy-1", "cd-1", "cd-3")) {
            for (int hour = 1; hour <= 96; hour++) {
                if (random.nextInt(30) != 0) {
                    lines.add(line(
                            station,
                            ShanghaiTime.local(start + hour * BusinessTime.HOUR),
                            "%d %d %d 0.%d %d %d"
                                    .formatted(
                                            random.nextInt(30),
                                            random.nextInt(90),
                                            random.nextInt(300),
                                            random.nextInt(10),
                                            random.nextInt(260),
                                            random.nextInt(40) == 0 ? 61 : 60)));
                }
            }
        }
        return lines;
    }

    private static List<String> fullDay(String station, String start, String values) {
        List<String> lines = new ArrayList<>();
        for (int hour = 1; hour <= 24; hour++) {
            lines.add(line(station, ShanghaiTime.local(ShanghaiTime.at(start) + hour * BusinessTime.HOUR), values));
        }
        return lines;
    }

    private static String line(String station, String local, String values) {
        String measured = AirFixture.six(values).entrySet().stream()
                .map(item -> "\"" + item.getKey().wireName() + "\":" + item.getValue())
                .collect(Collectors.joining(","));
        return "{\"schema_version\":\"air/1\",\"station_id\":\"" + station + "\",\"observed_at\":\"" + local
                + ":00+08:00\",\"received_timestamp\":\"" + local + ":30+08:00\",\"source\":\"test\",\"values\":{"
                + measured + "}}";
    }
}
