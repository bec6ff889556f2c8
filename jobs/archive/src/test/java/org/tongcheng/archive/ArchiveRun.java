package org.tongcheng.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.SiteDirectory;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.KeyedArrival;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.ShanghaiTime;
import org.tongcheng.wire.AirObservationDecoder;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.TapDecoder;
import org.tongcheng.wire.WaterObservationDecoder;

/** The topology as it is wired, in harnesses. Records arrive one after the other, long after what they tell of. */
final class ArchiveRun implements AutoCloseable {

    private static final String RECORDS = "records";
    private static final SiteDirectory SITES =
            RegionDirectory.shippedBundle("chengdu").region().sites();
    private static final long ARRIVAL = ShanghaiTime.at("2027-01-01T00:00");

    private final HarnessedJob<ArchivedRecord> job;
    private long offset;

    private ArchiveRun(HarnessedJob<ArchivedRecord> job) {
        this.job = job;
    }

    static ArchiveRun started() throws Exception {
        return restored(Map.of());
    }

    /** @param state by uid */
    static ArchiveRun restored(Map<String, OperatorSubtaskState> state) throws Exception {
        List<String> uids = new ArrayList<>(ArchiveTopology.UIDS);
        uids.add(RECORDS);
        return new ArchiveRun(new HarnessedJob<>(graph(), uids, state, ArchivedRecord.class));
    }

    ArchiveRun send(Feed feed, int partition, String... payloads) throws Exception {
        for (String payload : payloads) {
            job.feed(
                    "archive-" + feed.topic().replace('.', '-') + "-judge",
                    arrival(decoder(feed), partition, TestArchive.bytes(payload)),
                    ARRIVAL);
        }
        return this;
    }

    /** @param local such as {@code 2026-03-05T08:00} */
    ArchiveRun watermark(String local) throws Exception {
        job.watermark(ShanghaiTime.at(local));
        return this;
    }

    void finish() throws Exception {
        job.finish();
    }

    /** By uid. */
    Map<String, OperatorSubtaskState> snapshot() throws Exception {
        Map<String, OperatorSubtaskState> states = job.snapshot();
        states.remove(RECORDS);
        return states;
    }

    /** Entries of keyed state and timers by uid. */
    Map<String, Integer> remembered() {
        return job.remembered();
    }

    /** The records since the last time. */
    List<ArchivedRecord> take() {
        return job.take();
    }

    /** The verdicts since the last time, each behind its partition, with its reason where there is one. */
    List<String> judged() {
        return take().stream()
                .map(record -> record.partition() + " " + record.verdict()
                        + (record.reason() == null ? "" : " " + record.reason()))
                .toList();
    }

    @Override
    public void close() {
        job.close();
    }

    private <T extends FeedRecord> KeyedArrival<T> arrival(FeedDecoder<T> decoder, int partition, byte[] payload) {
        return new KeyedArrival<>(
                new Arrival<>(decoder.decode(payload, ARRIVAL), decoder.feed().topic(), partition, offset++, payload),
                TestArchive.bytes("key"),
                payload,
                ARRIVAL);
    }

    private static FeedDecoder<? extends FeedRecord> decoder(Feed feed) {
        return switch (feed) {
            case TRANSIT_TAPS -> new TapDecoder(SITES);
            case AIR_OBSERVATIONS -> new AirObservationDecoder(SITES);
            case WATER_OBSERVATIONS -> new WaterObservationDecoder(SITES);
        };
    }

    private static StreamGraph graph() {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.createLocalEnvironment(1));
        ArchiveConfig config = Settings.read(new String[] {"--archive-uri", "archive"}, Map.of(), ArchiveConfig::from);
        ArchiveTopology.of(ArchiveFeeds.read(environment, config.job(), SITES))
                .filter(record -> true)
                .uid(RECORDS);
        return environment.getStreamGraph();
    }
}
