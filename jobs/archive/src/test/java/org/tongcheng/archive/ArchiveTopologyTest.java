package org.tongcheng.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.archive.FeedTopics.CARD;
import static org.tongcheng.archive.FeedTopics.TOKEN;
import static org.tongcheng.archive.FeedTopics.air;
import static org.tongcheng.archive.FeedTopics.tap;
import static org.tongcheng.archive.FeedTopics.water;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;

class ArchiveTopologyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void keepsEveryRecordOnceWithItsVerdict() throws Exception {
        try (ArchiveRun run = ArchiveRun.started()) {
            run.send(
                    Feed.TRANSIT_TAPS,
                    0,
                    tap("one", "2026-03-05", TOKEN),
                    tap("one", "2026-03-05", TOKEN),
                    tap("two", "2026-03-02", TOKEN),
                    "broken");
            assertThat(run.judged())
                    .containsExactly("0 ACCEPTED", "0 DUPLICATE", "0 LATE", "0 REJECTED malformed_json");

            run.send(
                    Feed.AIR_OBSERVATIONS,
                    1,
                    air("2026-03-05T08", 31),
                    air("2026-03-05T08", 31),
                    air("2026-03-05T08", 32),
                    air("2026-03-05T08", 31));
            assertThat(run.judged()).containsExactly("1 ACCEPTED", "1 DUPLICATE", "1 REVISED", "1 REVISED");

            run.send(Feed.WATER_OBSERVATIONS, 0, water("2026-03-05T08", 8), water("2026-03-05T12", 8));
            assertThat(run.judged()).containsExactly("0 ACCEPTED", "0 ACCEPTED");
        }
    }

    @Test
    void keepsWhatArrivedUnlessACardNumberMayBeInIt() throws Exception {
        try (ArchiveRun run = ArchiveRun.started()) {
            String sound = tap("one", "2026-03-05", TOKEN);
            run.send(Feed.TRANSIT_TAPS, 3, sound, "broken", tap("two", "2026-03-05", CARD));

            List<ArchivedRecord> records = run.take();
            assertThat(records).extracting(ArchivedRecord::offset).containsExactly(0L, 1L, 2L);
            ArchivedRecord kept = records.get(0);
            assertThat(kept.topic()).isEqualTo("transit.taps");
            assertThat(kept.partition()).isEqualTo(3);
            assertThat(kept.key()).asString(StandardCharsets.UTF_8).isEqualTo("key");
            assertThat(kept.value()).asString(StandardCharsets.UTF_8).isEqualTo(sound);
            ArchivedRecord broken = records.get(1);
            assertThat(broken.key()).isNotNull();
            assertThat(broken.value()).asString(StandardCharsets.UTF_8).isEqualTo("broken");
            assertThat(broken.eventTime()).isEqualTo(FeedRecord.UNKNOWN_TIME);
            ArchivedRecord card = records.get(2);
            assertThat(card.reason()).isEqualTo("raw_card_number");
            assertThat(card.key()).isNull();
            assertThat(card.value()).asString(StandardCharsets.UTF_8).isEqualTo("[redacted]");
        }
    }

    /** A hundred days with the same each day: what a snapshot takes has its size when the first have died. */
    @Test
    void stateStopsGrowingWithTheAcceptedLateness() throws Exception {
        Map<String, List<Long>> sizes = new TreeMap<>();
        try (ArchiveRun run = ArchiveRun.started()) {
            for (int day = 0; day < 100; day++) {
                String date = FIRST.plusDays(day).toString();
                run.send(Feed.TRANSIT_TAPS, 0, tap("tap-" + day, date, TOKEN))
                        .send(Feed.AIR_OBSERVATIONS, 0, air(date + "T08", 31), air(date + "T08", 32))
                        .send(Feed.WATER_OBSERVATIONS, 0, water(date + "T08", 8))
                        .watermark(date + "T08:00");
                run.snapshot().forEach((uid, state) -> sizes.computeIfAbsent(uid, key -> new ArrayList<>())
                        .add(state.getStateSize()));
            }
        }
        assertThat(sizes).containsOnlyKeys(ArchiveTopology.UIDS).allSatisfy((uid, daily) -> {
            long largest = Collections.max(daily);
            assertThat(largest).isPositive();
            int grown = uid.endsWith("-judge") ? 0 : uid.startsWith("archive-transit") ? 3 : 36;
            assertThat(daily.indexOf(largest)).as("days in %s", daily).isLessThanOrEqualTo(grown);
        });
    }
}
