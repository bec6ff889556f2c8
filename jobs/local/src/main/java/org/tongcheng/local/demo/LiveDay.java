package org.tongcheng.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.feeds.RecordStream;
import org.tongcheng.local.server.Cleanup;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.Waiting;

/** A generated day on its way through the running jobs. */
public final class LiveDay {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final RecordStream records;
    private final LiveJobs jobs;
    private final Feeder feeder;
    private final Groups groups;
    private final ResultWatch watch;

    /**
     * Starts to send.
     *
     * @param cleanup takes over what must be closed
     * @param speed simulated seconds per second
     */
    public LiveDay(Cleanup cleanup, FeedsGenerator generator, double speed, LiveJobs jobs, String bootstrapServers) {
        this.records = generator.records();
        this.jobs = jobs;
        this.groups = cleanup.own(new Groups(bootstrapServers));
        this.watch = cleanup.own(new ResultWatch(bootstrapServers, LiveJobs.OUTPUTS));
        this.feeder = cleanup.own(new Feeder(bootstrapServers, records, generator.begin(), speed));
        feeder.start();
    }

    /**
     * How it is going.
     *
     * @param eventTime simulated time of arrival, epoch milliseconds
     * @param taps that the jobs have committed
     * @param lag records that Kafka has and the jobs have not committed
     * @param openAlerts that go on
     * @param finished whether all was sent and committed
     */
    public record State(
            long eventTime, long taps, long lag, long results, long deadLetters, long openAlerts, boolean finished) {}

    /** @throws LocalFailure when a job or the feeder has given up */
    public State state() throws InterruptedException, ExecutionException {
        jobs.requireRunning();
        boolean sent = feeder.done();
        Map<TopicPartition, Long> ends = feeder.ends();
        Map<TopicPartition, Long> committed = groups.committed(LiveJobs.FEED_GROUPS);
        watch.catchUp();
        long lag = Groups.lag(ends, committed);
        long taps = committed.entrySet().stream()
                .filter(offset -> offset.getKey().topic().equals(Feed.TRANSIT_TAPS.topic()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new State(
                feeder.clock(),
                taps,
                lag,
                watch.results(),
                watch.count("deadletters"),
                watch.openAlerts(),
                sent && lag == 0);
    }

    /**
     * Closes all windows: the jobs end as if the feeds had ended, first those that read the feeds, then each that reads
     * what others write, once it has read all of it.
     */
    public void settle(Path savepoints) throws Exception {
        jobs.drainFeeds(savepoints);
        watch.catchUpWithAll();
        for (LiveJobs.Follower follower : jobs.followers()) {
            awaitAllRead(follower);
            follower.job().drain(savepoints);
            watch.catchUpWithAll();
        }
    }

    private void awaitAllRead(LiveJobs.Follower follower) throws Exception {
        Map<TopicPartition, Long> ends = new HashMap<>(feeder.ends());
        ends.putAll(watch.ends());
        ends.keySet().removeIf(partition -> !follower.inputs().contains(partition.topic()));
        while (Groups.lag(ends, groups.committed(List.of(follower.group()))) > 0) {
            jobs.requireRunning();
            Waiting.pause(LOOK_AGAIN);
        }
    }

    /**
     * What became of a feed's records.
     *
     * @throws LocalFailure with the numbers, when one that was sent is not accounted for
     */
    public LedgerCount account(Feed feed) {
        LedgerCount ledger = watch.ledger(feed);
        long sent = expected(feed).received();
        if (ledger.received() != sent || ledger.balance() != 0) {
            throw new LocalFailure(
                    "of " + sent + " records of " + feed.topic() + " not all are accounted for: " + ledger);
        }
        return ledger;
    }

    /** What must have become of them. */
    public LedgerCount expected(Feed feed) {
        return records.expected(feed);
    }

    /** What Alertmanager has taken; null where there is none. */
    public @Nullable List<DeliveryReceipt> receipts() throws Exception {
        return jobs.receipts();
    }
}
