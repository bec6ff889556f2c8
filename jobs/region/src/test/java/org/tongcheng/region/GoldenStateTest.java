package org.tongcheng.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.tongcheng.region.Inputs.air;
import static org.tongcheng.region.Inputs.transit;
import static org.tongcheng.region.Inputs.water;
import static org.tongcheng.testkit.ShanghaiTime.at;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.ResultLines;

/** A savepoint of version 1, as {@link GoldenStates} wrote it, is read, and the job goes on where it stopped. */
final class GoldenStateTest {

    private static final String EIGHT = "2026-03-05T08:00";
    private static final String NINE = "2026-03-05T09:00";

    private final HarnessedJob<Result> job;

    GoldenStateTest() throws Exception {
        job = RegionRun.inHarnesses(GoldenFiles.states("v1"));
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void theStatefulOperatorHasItsFile() throws Exception {
        assertThat(GoldenFiles.states("v1")).containsOnlyKeys(RegionTopology.HOUR_UID);
    }

    @Test
    void aTimerIssuesWhatVersionOneHadGathered() throws Exception {
        job.processingTime(999);
        assertThat(job.take()).isEmpty();
        job.processingTime(1000);
        assertThat(taken("aqi_max", "total_entries", "cross_city_journeys", "good_share"))
                .containsExactly("region_1h,region_id=test 2026-03-05T08:00 r1 120 55 7 0.75");
    }

    @Test
    void anHourGoesOnWithTheInputsOfVersionOne() throws Exception {
        RegionRun.feed(job, List.of(air("510600", NINE, 130, 0), transit("510100", EIGHT, 40, 1)));
        job.processingTime(1000);
        // The transit row is older than the one that version 1 had.
        assertThat(taken("aqi_max", "aqi_max_city", "total_entries"))
                .containsExactly("region_1h,region_id=test 2026-03-05T08:00 r1 130 510600 55");
    }

    @Test
    void onlyTheRowsThatDifferFromThoseOfVersionOneAreIssuedAgain() throws Exception {
        RegionRun.feed(job, List.of(water("510100", EIGHT, 3, 1, 1), transit("510100", NINE, 9, 0)));
        job.processingTime(1000);
        assertThat(taken("total_entries"))
                .containsExactlyInAnyOrder(
                        "region_1h,region_id=test 2026-03-05T08:00 r1 55",
                        "region_1h,region_id=test 2026-03-05T09:00 r1 9");
    }

    @Test
    void theStateOfVersionOneDies() throws Exception {
        assertThat(job.remembered()).containsOnlyKeys(RegionTopology.HOUR_UID);
        job.watermark(at("2026-04-12T08:00"));
        // What ends a bounded input.
        assertThat(job.remembered()).containsOnly(entry(RegionTopology.HOUR_UID, 1));
        job.finish();
        assertThat(job.remembered()).isEmpty();
    }

    private List<String> taken(String... fields) {
        return ResultLines.of(job.take(), fields);
    }
}
