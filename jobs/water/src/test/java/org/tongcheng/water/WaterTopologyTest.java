package org.tongcheng.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.RejectionReason;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.JobRun;

final class WaterTopologyTest {

    private static final String DEYANG = "dy-1";
    private static final String CHENGDU = "cd-1";
    private static final String MORNING = "2026-03-05T08:00";

    @Test
    void issuesSectionCityAndRiverAgainForACorrectionOnly() throws Exception {
        JobRun run = WaterRun.of(
                WaterFixture.REGION,
                2,
                List.of(
                        line(DEYANG, MORNING, "5"),
                        line(CHENGDU, MORNING, "5"),
                        line(CHENGDU, MORNING, "5"),
                        line(CHENGDU, MORNING, "16")));

        Result section = run.point("water_section,city_code=510100,river=沱江,section_id=cd-1 2026-03-05T08:00");
        assertThat(section.revision()).isEqualTo(1);
        assertThat(section.field("class")).isEqualTo("6");
        Result city = run.point("water_city_4h,city_code=510100 2026-03-05T08:00");
        assertThat(city.revision()).isEqualTo(1);
        assertThat(city.field("class_6")).isEqualTo("1");
        Result river = run.point("water_river_4h,river=沱江 2026-03-05T08:00");
        assertThat(river.revision()).isEqualTo(2);
        assertThat(river.field("good_share")).isEqualTo("0.5");
        // The mean of 5 and 16 is 10.5: class V.
        assertThat(river.field("quality")).isEqualTo("中度污染");
        assertThat(run.point("water_city_4h,city_code=510600 2026-03-05T08:00").revision())
                .isZero();
        assertThat(run.results()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void accountsForEveryRecord() throws Exception {
        JobRun run = WaterRun.of(
                WaterFixture.REGION,
                1,
                List.of(
                        line(CHENGDU, MORNING, "5"),
                        line(CHENGDU, MORNING, "5"),
                        line(CHENGDU, MORNING, "6"),
                        line("nowhere", MORNING, "5"),
                        "not json",
                        line(DEYANG, "2026-01-05T08:00", "5")));

        assertThat(run.deadLetters())
                .extracting(DeadLetter::reason)
                .containsExactly(RejectionReason.UNKNOWN_SITE, RejectionReason.MALFORMED_JSON);
        assertThat(run.late()).hasSize(1);
        assertThat(run.ledger("received")).isEqualTo(6);
        assertThat(run.ledger("accepted")).isEqualTo(2);
        assertThat(run.ledger("revised")).isEqualTo(1);
        assertThat(run.ledger("duplicate")).isEqualTo(1);
        assertThat(run.ledger("late")).isEqualTo(1);
        assertThat(run.ledger("rejected")).isEqualTo(2);
    }

    @Test
    void givesTheSameAtAnyParallelismAndInAnyOrder() throws Exception {
        List<String> lines = twoDays();
        Map<String, Result> expected =
                WaterRun.of(WaterFixture.REGION, 1, lines).content();
        assertThat(expected.keySet().stream().filter(point -> point.startsWith("water_section")))
                .hasSize(48);

        Collections.shuffle(lines, new Random(7));
        assertThat(WaterRun.of(WaterFixture.REGION, 4, lines).content()).isEqualTo(expected);
        Collections.shuffle(lines, new Random(8));
        assertThat(WaterRun.of(WaterFixture.REGION, 1, lines).content()).isEqualTo(expected);
    }

    /** Four sections, one of which changes its river at midnight, of every class and sometimes without one. */
    private static List<String> twoDays() {
        Random random = new Random(42);
        List<String> lines = new ArrayList<>();
        for (String section : List.of("dy-1", "cd-1", "cd-2", "cd-3")) {
            for (String day : List.of("2026-03-04", "2026-03-05")) {
                for (String hour : List.of("00:00", "04:00", "08:00", "12:00", "16:00", "20:00")) {
                    String codmn = random.nextInt(8) == 0 ? "null" : Integer.toString(random.nextInt(18));
                    lines.add(line(section, day + "T" + hour, codmn));
                }
            }
        }
        return lines;
    }

    private static String line(String sectionId, String local, String codmn) {
        return "{\"schema_version\":\"water/1\",\"section_id\":\"" + sectionId + "\",\"observed_at\":\"" + local
                + ":00+08:00\",\"received_timestamp\":\"" + local + ":30+08:00\",\"source\":\"test\","
                + "\"station_status\":\"normal\",\"values\":{\"ph\":7,\"dissolved_oxygen\":8,\"codmn\":" + codmn
                + ",\"nh3_n\":0.1,\"tp\":0.01}}";
    }
}
