package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TransactionId;
import org.tongcheng.domain.feed.WaterObservation;

/** Holds the expected ledger against the contract's rules, played through one record after the other. */
class ExpectedLedgerTest {

    @ParameterizedTest
    @CsvSource({"0,24,1", "0,24,4", "0,1,1", "7,2,8", "20,30,3"})
    void isWhatTheRulesOfIntakeMakeOfTheRecords(int firstHour, int hours, int partitions) {
        FeedsPlan plan = Chengdu.WHOLE_DAY.during(firstHour, hours);
        RecordStream records = new FeedsGenerator(Chengdu.REGION, plan).records();
        Map<Feed, Intake> intakes = new HashMap<>();
        while (records.hasNext()) {
            GeneratedRecord next = records.next();
            intakes.computeIfAbsent(next.feed(), feed -> new Intake(feed, partitions))
                    .take(next);
        }
        for (Feed feed : Feed.values()) {
            Intake intake = intakes.getOrDefault(feed, new Intake(feed, partitions));
            assertThat(records.expected(feed)).isEqualTo(intake.count);
            assertThat(records.expected(feed).balance()).isZero();
        }
    }

    @Test
    void countsWhatWasTakenSoFar() {
        RecordStream taps = new FeedsGenerator(Chengdu.REGION, Chengdu.UNDISTURBED).taps();
        taps.next();
        taps.next();

        assertThat(taps.expected(Feed.TRANSIT_TAPS).accepted()).isEqualTo(2);
        assertThat(taps.faults(Feed.TRANSIT_TAPS)).containsExactly(Map.entry(FaultKind.NONE, 2L));
        assertThat(taps.expected(Feed.AIR_OBSERVATIONS).received()).isZero();
    }

    private static final class Intake {
        private final Feed feed;
        private final long[] highest;
        private final Set<TransactionId> transactions = new HashSet<>();
        private final Map<String, FeedRecord> observations = new HashMap<>();
        private LedgerCount count;

        Intake(Feed feed, int partitions) {
            this.feed = feed;
            this.highest = new long[partitions];
            this.count = new LedgerCount(feed, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        void take(GeneratedRecord generated) {
            FeedRecord value = Chengdu.decode(generated).value();
            int partition = Math.floorMod(generated.key().hashCode(), highest.length);
            if (value == null) {
                count(0, 0, 0, 0, 0, 1);
            } else if (value.eventTime() < highest[partition] - feed.lateness().toMillis()) {
                count(0, 0, 0, 0, 1, 0);
            } else {
                highest[partition] = Math.max(highest[partition], value.eventTime());
                settle(value);
            }
        }

        private void settle(FeedRecord value) {
            if (value instanceof Tap tap) {
                boolean first = transactions.add(tap.transactionId());
                count(first ? 1 : 0, 0, first && tap.flagged() ? 1 : 0, first ? 0 : 1, 0, 0);
            } else if (value instanceof AirObservation air) {
                FeedRecord known = observations.put(air.stationId() + air.observedAt(), air);
                observation(known == null, known instanceof AirObservation old && air.sameContent(old));
            } else if (value instanceof WaterObservation water) {
                FeedRecord known = observations.put(water.sectionId() + water.observedAt(), water);
                observation(known == null, known instanceof WaterObservation old && water.sameContent(old));
            }
        }

        private void observation(boolean first, boolean same) {
            count(first || !same ? 1 : 0, !first && !same ? 1 : 0, 0, same ? 1 : 0, 0, 0);
        }

        private void count(int accepted, int revised, int flagged, int duplicate, int late, int rejected) {
            count = count.plus(new LedgerCount(feed, 0, 1, accepted, revised, flagged, duplicate, late, rejected));
        }
    }
}
