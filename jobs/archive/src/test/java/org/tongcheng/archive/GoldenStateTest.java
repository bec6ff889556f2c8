package org.tongcheng.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.archive.FeedTopics.TOKEN;
import static org.tongcheng.archive.FeedTopics.air;
import static org.tongcheng.archive.FeedTopics.tap;
import static org.tongcheng.archive.FeedTopics.water;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.testkit.GoldenFiles;

/** A savepoint of version 1, as {@link GoldenStates} wrote it, is read, and the job goes on where it stopped. */
class GoldenStateTest {

    private final ArchiveRun run;

    GoldenStateTest() throws Exception {
        run = ArchiveRun.restored(GoldenFiles.states("v1"));
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void everyOperatorHasItsFile() throws Exception {
        assertThat(GoldenFiles.states("v1")).containsOnlyKeys(ArchiveTopology.UIDS);
    }

    @Test
    void tapsAreThoseOfVersionOne() throws Exception {
        run.send(
                Feed.TRANSIT_TAPS,
                0,
                tap("0123456789abcdef0123456789abcdef", "2026-03-05", TOKEN),
                tap("编号-2", "2026-03-04", TOKEN),
                tap("tap-3", "2026-03-06", TOKEN),
                tap("new", "2026-03-05", TOKEN));
        assertThat(run.judged()).containsExactly("0 DUPLICATE", "0 DUPLICATE", "0 DUPLICATE", "0 ACCEPTED");
    }

    @Test
    void observationsAreThoseOfVersionOne() throws Exception {
        run.send(
                Feed.AIR_OBSERVATIONS,
                0,
                air("2026-03-05T08", 31),
                air("2026-03-05T09", 31),
                air("2026-03-06T08", 35),
                air("2026-03-05T10", 31));
        assertThat(run.judged()).containsExactly("0 DUPLICATE", "0 REVISED", "0 DUPLICATE", "0 ACCEPTED");

        run.send(
                Feed.WATER_OBSERVATIONS,
                0,
                water("2026-03-05T08", 8),
                water("2026-03-05T12", 8),
                water("2026-03-05T16", 8));
        assertThat(run.judged()).containsExactly("0 DUPLICATE", "0 REVISED", "0 ACCEPTED");
    }

    @Test
    void eachPartitionIsAsFarAsInVersionOne() throws Exception {
        String early = tap("early", "2026-03-03", TOKEN);
        run.send(Feed.TRANSIT_TAPS, 0, tap("earlier", "2026-03-02", TOKEN), early)
                .send(Feed.TRANSIT_TAPS, 1, early);
        assertThat(run.judged()).containsExactly("0 LATE", "0 ACCEPTED", "1 LATE");

        String winter = air("2026-01-29T09", 40);
        run.send(Feed.AIR_OBSERVATIONS, 0, air("2026-01-29T08", 40), winter).send(Feed.AIR_OBSERVATIONS, 1, winter);
        assertThat(run.judged()).containsExactly("0 LATE", "0 ACCEPTED", "1 LATE");

        run.send(Feed.WATER_OBSERVATIONS, 0, water("2026-01-29T08", 8), water("2026-01-29T12", 8))
                .send(Feed.WATER_OBSERVATIONS, 1, water("2026-01-29T08", 8));
        assertThat(run.judged()).containsExactly("0 LATE", "0 ACCEPTED", "1 ACCEPTED");
    }

    @Test
    void theStateOfVersionOneDies() throws Exception {
        assertThat(run.remembered())
                .containsOnlyKeys(ArchiveTopology.UIDS.stream()
                        .filter(uid -> uid.endsWith("-settle"))
                        .toList());
        run.watermark("2026-03-08T08:59");
        assertThat(run.remembered()).containsEntry("archive-transit-taps-settle", 2);
        run.watermark("2026-03-08T09:00");
        assertThat(run.remembered())
                .containsOnlyKeys("archive-air-observations-settle", "archive-water-observations-settle");
        run.watermark("2026-04-13T00:00");
        assertThat(run.remembered()).isEmpty();
    }
}
