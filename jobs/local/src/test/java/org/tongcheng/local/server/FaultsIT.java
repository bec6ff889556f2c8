package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.feeds.FeedsPlan;
import org.tongcheng.local.feeds.GeneratedRecord;
import org.tongcheng.local.feeds.RecordStream;
import org.tongcheng.reference.RegionDirectory;

class FaultsIT {

    private static final FeedsPlan PLAN =
            FeedsPlan.of(7, LocalDate.of(2026, 3, 5)).during(7, 6).withTapsPerDay(100_000);
    private static final Duration BROKER_AWAY = Duration.ofSeconds(10);

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void aLostTaskManagerAndAStoppedBrokerChangeNothing(@TempDir Path folder) throws Exception {
        try (LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"));
                LocalInflux influx = LocalInflux.start(System.getenv(), folder, message -> {})) {
            Map<String, String> results;
            Map<String, List<Map<String, String>>> stored;
            try (WholeSystem calm = new WholeSystem(folder, kafka, influx, "calm")) {
                RecordStream records = generated();
                calm.send(records);
                calm.finish(received(records));
                results = calm.lastRevisions();
                stored = calm.stored();
                balances(calm, records);
            }
            try (WholeSystem disturbed = new WholeSystem(folder, kafka, influx, "disturbed")) {
                RecordStream records = generated();
                disturbed.send(first(records, 15_000));
                boolean underWay =
                        Waiting.until(Duration.ofMinutes(1), () -> disturbed.ledger(Feed.TRANSIT_TAPS, "accepted") > 0);
                assertThat(underWay).isTrue();
                disturbed.flink().loseTaskManager();
                disturbed.send(first(records, 5_000));
                kafka.stop();
                LockSupport.parkNanos(BROKER_AWAY.toNanos());
                kafka.start();
                disturbed.send(records);
                disturbed.finish(received(records));
                balances(disturbed, records);
                assertThat(Differences.between(results, disturbed.lastRevisions()))
                        .isEmpty();
                assertThat(Differences.between(stored, disturbed.stored())).isEmpty();
            }
        }
    }

    private static RecordStream generated() {
        return new FeedsGenerator(RegionDirectory.shipped("chengdu"), PLAN).records();
    }

    private static Map<Feed, Long> received(RecordStream records) {
        Map<Feed, Long> received = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.values()) {
            received.put(feed, records.expected(feed).received());
        }
        return received;
    }

    private static void balances(WholeSystem system, RecordStream records) throws InterruptedException {
        for (Feed feed : Feed.values()) {
            LedgerCount due = records.expected(feed);
            assertThat(List.of(
                            system.ledger(feed, "received"),
                            system.ledger(feed, "accepted"),
                            system.ledger(feed, "revised"),
                            system.ledger(feed, "flagged"),
                            system.ledger(feed, "duplicate"),
                            system.ledger(feed, "late"),
                            system.ledger(feed, "rejected")))
                    .as(feed.topic())
                    .containsExactly(
                            due.received(),
                            due.accepted(),
                            due.revised(),
                            due.flagged(),
                            due.duplicate(),
                            due.late(),
                            due.rejected());
        }
    }

    private static Iterator<GeneratedRecord> first(Iterator<GeneratedRecord> records, int count) {
        return new Iterator<>() {
            private int left = count;

            @Override
            public boolean hasNext() {
                return left > 0 && records.hasNext();
            }

            @Override
            public GeneratedRecord next() {
                left--;
                return records.next();
            }
        };
    }
}
