package org.tongcheng.transit;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.plumbing.intake.Arrival;
import org.tongcheng.plumbing.intake.Intake;
import org.tongcheng.plumbing.intake.IntakeStreams;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.LastWatermarkAtEnd;
import org.tongcheng.plumbing.ledger.LedgerStream;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.transit.operator.AddWindows;
import org.tongcheng.transit.operator.DeduplicateTaps;
import org.tongcheng.transit.operator.GatherRidership;
import org.tongcheng.transit.operator.PairJourneys;
import org.tongcheng.transit.serial.TransitTypes;
import org.tongcheng.transit.window.WindowKey;
import org.tongcheng.transit.window.WindowPart;
import org.tongcheng.wire.FeedDecoder;

/**
 * Taps in, ridership out. {@code =>} is a shuffle, {@code ->} a chain, {@code ..>} a side output.
 *
 * <pre>
 * arrivals -> transit-taps-gate ..> dead letters, late, ledger
 *               => transit-deduplicate (by transaction) ..> ledger
 *                    -> transit-gather-ridership ------------.
 *                    => transit-pair-journeys (by card) -----+=> transit-windows (by series and block) -> results
 * ledger counts      => transit-taps-ledger ---------------------------------------------------------> results
 * </pre>
 */
public final class TransitTopology {

    public static final String DEDUPLICATE = "transit-deduplicate";
    public static final String GATHER_RIDERSHIP = "transit-gather-ridership";
    public static final String GATES_ONLY = "transit-gates-only";
    public static final String PAIR_JOURNEYS = "transit-pair-journeys";
    public static final String WINDOWS = "transit-windows";

    /** The uids of what the topology itself adds, without its ends. */
    public static final List<String> UIDS = List.of(
            "transit-taps-gate",
            DEDUPLICATE,
            GATHER_RIDERSHIP,
            GATES_ONLY,
            PAIR_JOURNEYS,
            WINDOWS,
            "transit-taps-ledger");

    private static final OutputTag<LedgerCount> LEDGER =
            new OutputTag<>("transit-ledger", TypeInformation.of(LedgerCount.class));

    private TransitTopology() {}

    /**
     * Adds the job behind its source.
     *
     * @param arrivals straight from the source, with watermarks
     * @param decoder knows the stops of the region
     * @param time of the region's zone
     */
    public static JobOutput of(DataStream<Arrival<Tap>> arrivals, FeedDecoder<Tap> decoder, BusinessTime time) {
        return of(Intake.gate(arrivals, decoder, TransitTypes.TAP), time);
    }

    /** Adds the job behind a gate that others look at too. */
    public static JobOutput of(IntakeStreams<Tap> intake, BusinessTime time) {
        SingleOutputStreamOperator<Tap> accepted = intake.inTime()
                .keyBy(DeduplicateTaps::bucketOf, Types.INT)
                .transform(DEDUPLICATE, TransitTypes.TAP, new DeduplicateTaps(LEDGER))
                .uid(DEDUPLICATE);
        DataStream<WindowPart> ridership = accepted.transform(
                        GATHER_RIDERSHIP, TransitTypes.WINDOW_PART, new GatherRidership(time))
                .uid(GATHER_RIDERSHIP);
        DataStream<Result> windows = ridership
                .union(journeys(accepted, time))
                .keyBy(WindowPart::key, TypeInformation.of(WindowKey.class))
                .transform(WINDOWS, ResultSerializer.RESULT, new LastWatermarkAtEnd<>(new AddWindows()))
                .uid(WINDOWS);
        DataStream<Result> ledger =
                LedgerStream.of(intake.ledger().union(accepted.getSideOutput(LEDGER)), "transit-taps");
        return new JobOutput(windows.union(ledger), intake.deadLetters(), intake.late());
    }

    private static DataStream<WindowPart> journeys(DataStream<Tap> accepted, BusinessTime time) {
        return accepted.flatMap(TransitTopology::gated, TransitTypes.CARD_TAP)
                .uid(GATES_ONLY)
                .name(GATES_ONLY)
                .keyBy(PairJourneys::bucketOf, Types.INT)
                .transform(PAIR_JOURNEYS, TransitTypes.WINDOW_PART, new PairJourneys(time))
                .uid(PAIR_JOURNEYS);
    }

    private static void gated(Tap tap, Collector<CardTap> out) {
        if (tap.gated() && (tap.action().isEntry() || tap.action().isExit())) {
            out.collect(CardTap.of(tap));
        }
    }
}
