package org.tongcheng.archive;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.archive.operator.JudgeArrivals;
import org.tongcheng.archive.operator.Judged;
import org.tongcheng.archive.operator.JudgedTap;
import org.tongcheng.archive.operator.SettleObservations;
import org.tongcheng.archive.operator.SettleTaps;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.plumbing.intake.ObservationIntake.SameContent;

/**
 * The archive job between its ends. {@code =>} is a shuffle, {@code ->} a chain, {@code ..>} a side output.
 *
 * <pre>
 * taps  -> archive-transit-taps-judge       => archive-transit-taps-settle (by transaction) ----.
 * air   -> archive-air-observations-judge   => archive-air-observations-settle (by station) ----+-> records
 * water -> archive-water-observations-judge => archive-water-observations-settle (by section) --|
 *                                           ..> rejected, late ----------------------------------'
 * </pre>
 */
public final class ArchiveTopology {

    /** Every operator between the ends. */
    public static final List<String> UIDS = List.of(
            judge(Feed.TRANSIT_TAPS),
            settle(Feed.TRANSIT_TAPS),
            judge(Feed.AIR_OBSERVATIONS),
            settle(Feed.AIR_OBSERVATIONS),
            judge(Feed.WATER_OBSERVATIONS),
            settle(Feed.WATER_OBSERVATIONS));

    private static final TypeInformation<ArchivedRecord> RECORD = TypeInformation.of(ArchivedRecord.class);

    private ArchiveTopology() {}

    /**
     * Adds the job behind its sources.
     *
     * @return every record that arrived, once, with its verdict
     */
    public static DataStream<ArchivedRecord> of(ArchiveFeeds feeds) {
        return taps(feeds)
                .union(
                        observations(
                                feeds.air(),
                                TypeInformation.of(AirObservation.class),
                                TypeInformation.of(new TypeHint<>() {}),
                                judged -> judged.value().stationId(),
                                AirObservation::sameContent),
                        observations(
                                feeds.water(),
                                TypeInformation.of(WaterObservation.class),
                                TypeInformation.of(new TypeHint<>() {}),
                                judged -> judged.value().sectionId(),
                                WaterObservation::sameContent));
    }

    static String uid(Feed feed) {
        return "archive-" + feed.topic().replace('.', '-');
    }

    private static String judge(Feed feed) {
        return uid(feed) + "-judge";
    }

    private static String settle(Feed feed) {
        return uid(feed) + "-settle";
    }

    private static DataStream<ArchivedRecord> taps(ArchiveFeeds feeds) {
        String settle = settle(Feed.TRANSIT_TAPS);
        SingleOutputStreamOperator<JudgedTap> judged =
                judged(feeds.taps(), JudgedTap::of, TypeInformation.of(JudgedTap.class));
        return judged.keyBy(JudgedTap::bucket, Types.INT)
                .transform(settle, RECORD, new SettleTaps())
                .uid(settle)
                .union(judged.getSideOutput(JudgeArrivals.FINAL));
    }

    private static <T extends FeedRecord> DataStream<ArchivedRecord> observations(
            ArchiveFeeds.Feed<T> feed,
            TypeInformation<T> type,
            TypeInformation<Judged<T>> judgedType,
            KeySelector<Judged<T>, String> site,
            SameContent<T> same) {
        String settle = settle(feed.decoder().feed());
        SingleOutputStreamOperator<Judged<T>> judged = judged(feed, Judged::new, judgedType);
        return judged.keyBy(site, Types.STRING)
                .process(new SettleObservations<>(feed.decoder().feed(), type, same), RECORD)
                .uid(settle)
                .name(settle)
                .union(judged.getSideOutput(JudgeArrivals.FINAL));
    }

    private static <T extends FeedRecord, O> SingleOutputStreamOperator<O> judged(
            ArchiveFeeds.Feed<T> feed, JudgeArrivals.InTime<T, O> inTime, TypeInformation<O> type) {
        String judge = judge(feed.decoder().feed());
        return feed.arrivals()
                .transform(judge, type, new JudgeArrivals<>(feed.decoder(), inTime))
                .uid(judge)
                .setParallelism(feed.arrivals().getParallelism());
    }
}
