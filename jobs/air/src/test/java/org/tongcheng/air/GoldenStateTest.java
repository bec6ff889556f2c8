package org.tongcheng.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.tongcheng.air.AirFixture.observation;
import static org.tongcheng.testkit.ShanghaiTime.at;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.ResultLines;

/** A savepoint of version 1, as {@link GoldenStates} wrote it, is read, and the job goes on where it stopped. */
class GoldenStateTest {

    private final HarnessedJob<Result> job;

    GoldenStateTest() throws Exception {
        job = AirRun.inHarnesses(GoldenFiles.states("v1"));
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void everyOperatorHasItsFile() throws Exception {
        assertThat(GoldenFiles.states("v1")).containsOnlyKeys(AirTopology.UIDS);
    }

    @Test
    void timersIssueWhatVersionOneHadGathered() throws Exception {
        job.processingTime(1999);
        assertThat(job.take()).isEmpty();
        job.processingTime(2000);
        assertThat(taken("days_valid", "revised"))
                .containsExactlyInAnyOrder(
                        "air_city_index_mtd,city_code=510100 2026-03-05T00:00 r1 1",
                        "feed_ledger_1m,feed=air.observations 2026-03-05T10:00 r1 1");
    }

    @Test
    void hoursAndDaysGoOnWithTheValuesAndRevisionsOfVersionOne() throws Exception {
        feed(observation("cd-3", "2026-03-05T03:00", "- - - - - 30"));
        // It completes a line of twelve hours, and the other station of its city has 34.
        assertThat(taken("qc", "hours_valid", "pm2_5"))
                .containsExactly(
                        "air_station_1h,city_code=510100,station_id=cd-3 2026-03-05T03:00 r0 30",
                        "air_station_1h,city_code=510100,station_id=cd-3 2026-03-05T12:00 r1 flat_pm2_5 30",
                        "air_station_1d,city_code=510100,station_id=cd-3 2026-03-05T00:00 r11 12",
                        "air_city_1h,city_code=510100 2026-03-05T03:00 r1 32",
                        "air_city_1d,city_code=510100 2026-03-05T00:00 r36 24 33");
    }

    @Test
    void theRankingGoesOnWithTheCitiesOfVersionOne() throws Exception {
        feed(observation("dy-1", "2026-03-05T10:00", "4 13 44 0.6 21 2912"));
        job.take();
        job.processingTime(2000);
        assertThat(taken("rank"))
                .contains(
                        "air_city_index_mtd,city_code=510100 2026-03-05T00:00 r1 1",
                        "air_city_index_mtd,city_code=510600 2026-03-05T00:00 r1 2");
    }

    @Test
    void duplicatesAndLateRecordsAreThoseOfVersionOne() throws Exception {
        feed(
                observation("cd-1", "2026-03-05T10:00", "5 33 304 0.8 31 32"),
                observation("dy-1", at("2026-01-30T00:00") - 1, "4 13 44 0.6 21 12"));
        assertThat(job.take()).isEmpty();
        job.watermark(at("2026-03-06T00:00"));
        job.processingTime(2000);
        assertThat(taken("received", "revised", "duplicate", "late"))
                .contains(
                        "feed_ledger_1m,feed=air.observations 2026-03-05T10:00 r1 5 1 1 0",
                        "feed_ledger_1m,feed=air.observations 2026-03-06T00:00 r1 3 0 0 1");
    }

    @Test
    void theStateOfVersionOneDies() throws Exception {
        assertThat(job.remembered()).containsOnlyKeys(AirTopology.UIDS.subList(1, 6));
        job.watermark(at("2026-05-20T00:00"));
        // What ends a bounded input.
        assertThat(job.remembered()).containsOnly(entry("air-ranking", 1), entry("air-ledger", 1));
        job.finish();
        assertThat(job.remembered()).isEmpty();
    }

    private void feed(AirObservation... observations) throws Exception {
        AirRun.feed(job, List.of(observations));
    }

    private List<String> taken(String... fields) {
        return ResultLines.of(job.take(), fields);
    }
}
