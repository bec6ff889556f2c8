package org.tongcheng.plumbing.intake;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.wire.FeedDecoder;

/** Puts the gate behind a feed's source. */
public final class Intake {

    private Intake() {}

    /**
     * Decides rejected and late, counts both and what was received, and lets the rest through.
     *
     * @param arrivals straight from the source, so that a partition's records come in its order
     * @param type of the records let through
     */
    public static <T extends FeedRecord> IntakeStreams<T> gate(
            DataStream<Arrival<T>> arrivals, FeedDecoder<T> decoder, TypeInformation<T> type) {
        return gate(arrivals, decoder, type, null);
    }

    /** The same for a replay: what its range does not take is judged and goes no further. */
    public static <T extends FeedRecord> IntakeStreams<T> gate(
            DataStream<Arrival<T>> arrivals,
            FeedDecoder<T> decoder,
            TypeInformation<T> type,
            @Nullable ReplayRange range) {
        SingleOutputStreamOperator<T> inTime = arrivals.transform(
                        uid(decoder) + "-gate", type, new IntakeGate<>(decoder, range))
                .uid(uid(decoder) + "-gate")
                .setParallelism(arrivals.getParallelism());
        return new IntakeStreams<>(
                inTime,
                inTime.getSideOutput(IntakeGate.DEAD_LETTERS),
                inTime.getSideOutput(IntakeGate.LATE),
                inTime.getSideOutput(IntakeGate.LEDGER));
    }

    private static String uid(FeedDecoder<?> decoder) {
        return decoder.feed().topic().replace('.', '-');
    }
}
