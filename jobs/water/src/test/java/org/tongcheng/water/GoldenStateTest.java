package org.tongcheng.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.tongcheng.testkit.ShanghaiTime.at;
import static org.tongcheng.water.WaterFixture.observation;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.ResultLines;

/** A savepoint of version 1, as {@link GoldenStates} wrote it, is read, and the job goes on where it stopped. */
final class GoldenStateTest {

    private static final String EIGHT = "2026-03-05T08:00";
    private static final String HALF_PAST_NINE = "2026-03-05T09:30";

    private final HarnessedJob<Result> job;

    GoldenStateTest() throws Exception {
        job = WaterRun.inHarnesses(GoldenFiles.states("v1"));
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void everyOperatorHasItsFile() throws Exception {
        assertThat(GoldenFiles.states("v1")).containsOnlyKeys(WaterTopology.UIDS);
    }

    @Test
    void timersIssueWhatVersionOneHadGathered() throws Exception {
        job.processingTime(1999);
        assertThat(job.take()).isEmpty();
        job.processingTime(2000);
        assertThat(taken("received", "accepted", "revised"))
                .containsExactly("feed_ledger_1m,feed=water.observations 2026-03-05T08:00 r1 4 4 1");
    }

    @Test
    void sectionsCitiesAndRiversGoOnWithTheValuesAndRevisionsOfVersionOne() throws Exception {
        feed(observation("cd-1", HALF_PAST_NINE, "5"));
        // The other section of the city has 16, that of the other city 5.
        assertThat(taken("class", "sections_classified", "class_3", "class_6"))
                .containsExactlyInAnyOrder(
                        "water_section,city_code=510100,river=沱江,section_id=cd-1 2026-03-05T09:30 r1 3",
                        "water_city_4h,city_code=510100 2026-03-05T08:00 r4 2 1 1",
                        "water_river_4h,river=沱江 2026-03-05T08:00 r5 3 2 1");
    }

    @Test
    void aSlotKeepsTheLaterObservationOfVersionOne() throws Exception {
        feed(observation("cd-1", EIGHT, "2"));
        assertThat(taken("class"))
                .containsExactly("water_section,city_code=510100,river=沱江,section_id=cd-1 2026-03-05T08:00 r1 1");
    }

    @Test
    void duplicatesAndLateRecordsAreThoseOfVersionOne() throws Exception {
        feed(observation("cd-2", EIGHT, "16"), observation("dy-1", "2026-01-29T09:29", "5"));
        assertThat(job.take()).isEmpty();
        job.watermark(at(HALF_PAST_NINE));
        job.processingTime(2000);
        assertThat(taken("received", "revised", "duplicate", "late"))
                .containsExactlyInAnyOrder(
                        "feed_ledger_1m,feed=water.observations 2026-03-05T08:00 r1 5 1 1 0",
                        "feed_ledger_1m,feed=water.observations 2026-03-05T09:30 r1 2 0 0 1");
    }

    @Test
    void theStateOfVersionOneDies() throws Exception {
        assertThat(job.remembered()).containsOnlyKeys(WaterTopology.UIDS.subList(1, 6));
        job.watermark(at("2026-04-20T00:00"));
        // What ends a bounded input.
        assertThat(job.remembered()).containsOnly(entry("water-ledger", 1));
        job.finish();
        assertThat(job.remembered()).isEmpty();
    }

    private void feed(WaterObservation... observations) throws Exception {
        WaterRun.feed(job, List.of(observations));
    }

    private List<String> taken(String... fields) {
        return ResultLines.of(job.take(), fields);
    }
}
