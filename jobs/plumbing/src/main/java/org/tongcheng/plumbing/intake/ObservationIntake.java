package org.tongcheng.plumbing.intake;

import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LedgerCount;

/** Settles observations behind the gate: duplicates out, corrections through. */
public final class ObservationIntake {

    private ObservationIntake() {}

    /** Whether two observations of one site and time say the same. */
    @FunctionalInterface
    public interface SameContent<T> extends Serializable {
        boolean test(T one, T other);
    }

    /**
     * What remains to be worked on.
     *
     * @param accepted each new observation, and each correction; the last one of a site and time is the valid one
     * @param ledger accepted, revised and duplicate counts
     */
    public record Settled<T>(DataStream<T> accepted, DataStream<LedgerCount> ledger) {}

    /** Keyed by site; the records of one site keep their order. */
    public static <T extends FeedRecord> Settled<T> settle(
            DataStream<T> inTime,
            Feed feed,
            TypeInformation<T> type,
            KeySelector<T, String> site,
            SameContent<T> same) {
        String uid = feed.topic().replace('.', '-') + "-settle";
        SingleOutputStreamOperator<T> accepted = inTime.keyBy(site)
                .process(new SettleObservations<>(feed, type, same), type)
                .uid(uid)
                .name(uid);
        return new Settled<>(accepted, accepted.getSideOutput(IntakeGate.LEDGER));
    }
}
