package org.tongcheng.plumbing.intake;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.PartitionMarks.Mark;
import org.tongcheng.plumbing.job.LastWatermark;
import org.tongcheng.plumbing.ledger.LedgerTally;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.ShownPayload;

/** The one place where a job decides what is rejected and what is late. Not keyed; state: {@link PartitionMarks}. */
final class IntakeGate<T extends FeedRecord> extends AbstractStreamOperator<T>
        implements OneInputStreamOperator<Arrival<T>, T> {

    static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));
    static final OutputTag<LateRecord> LATE = new OutputTag<>("late", TypeInformation.of(LateRecord.class));
    static final OutputTag<LedgerCount> LEDGER = new OutputTag<>("ledger", TypeInformation.of(LedgerCount.class));

    private static final long serialVersionUID = 1L;

    private final FeedDecoder<T> decoder;
    private final @Nullable ReplayRange range;
    private transient LedgerTally tally;
    private transient DeadLetterCounters counters;
    private transient PartitionMarks marks;
    private transient StreamRecord<T> reused;

    /** @param range of a replay: what it does not take is judged, because others' verdicts depend on it, and goes no further */
    IntakeGate(FeedDecoder<T> decoder, @Nullable ReplayRange range) {
        this.decoder = decoder;
        this.range = range;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        marks = PartitionMarks.restored(decoder.feed(), context);
    }

    @Override
    public void open() throws Exception {
        super.open();
        tally = new LedgerTally(decoder.feed());
        counters = new DeadLetterCounters(getMetricGroup());
        reused = new StreamRecord<>(null);
    }

    @Override
    public void processElement(StreamRecord<Arrival<T>> element) {
        Arrival<T> arrival = element.getValue();
        Decoded<T> decoded = arrival.decoded();
        T value = decoded.value();
        Mark mark = marks.of(arrival.topic(), arrival.partition());
        if (value == null) {
            if (takes(Verdict.REJECTED, decoded.arrivedAt(), FeedRecord.UNKNOWN_TIME)) {
                count(decoded.arrivedAt(), mark, Verdict.REJECTED);
                output.collect(DEAD_LETTERS, new StreamRecord<>(deadLetter(arrival)));
            }
            return;
        }
        if (mark.isLate(value.eventTime())) {
            if (takes(Verdict.LATE, value.arrivedAt(), value.eventTime())) {
                late(arrival, value, mark);
            }
            return;
        }
        mark.pass(value.eventTime());
        if (takes(Verdict.ACCEPTED, value.arrivedAt(), value.eventTime())) {
            tally.received(value.arrivedAt());
            output.collect(reused.replace(value, value.eventTime()));
        }
    }

    private boolean takes(Verdict verdict, long arrivedAt, long eventTime) {
        return range == null || range.takes(verdict, arrivedAt, eventTime);
    }

    private void late(Arrival<T> arrival, T value, Mark mark) {
        count(value.arrivedAt(), mark, Verdict.LATE);
        output.collect(LATE, new StreamRecord<>(lateRecord(arrival, value, mark.oldest())));
    }

    /**
     * Counts a record that goes no further. Where nobody recorded the arrival, the event time stands for it; one that
     * is older than what is still accepted is no arrival time, and the ledger may have closed that minute.
     */
    private void count(long arrivedAt, Mark mark, Verdict verdict) {
        boolean known = arrivedAt != FeedRecord.UNKNOWN_TIME;
        long countedAt = known && mark.isLate(arrivedAt) ? mark.highest() : arrivedAt;
        tally.received(countedAt);
        tally.verdict(countedAt, verdict, false);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        drain();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        drain();
    }

    @Override
    public void finish() throws Exception {
        drain();
        LastWatermark.emit(output);
        super.finish();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        marks.save();
    }

    private void drain() {
        tally.drain(count -> output.collect(LEDGER, new StreamRecord<>(count)));
    }

    private DeadLetter deadLetter(Arrival<T> arrival) {
        Rejection rejection = arrival.decoded().rejection();
        if (rejection == null) {
            throw new IllegalStateException("a decoded record has neither a value nor a rejection");
        }
        counters.count(rejection.reason().wireName());
        ShownPayload shown = decoder.show(arrival.payload(), arrival.decoded());
        return new DeadLetter(
                decoder.feed().topic(),
                rejection.reason(),
                rejection.field(),
                rejection.detail(),
                shown.text(),
                shown.encoding(),
                arrival.topic(),
                arrival.partition(),
                arrival.offset(),
                arrival.decoded().recordedAt());
    }

    private LateRecord lateRecord(Arrival<T> arrival, T value, long oldest) {
        ShownPayload shown = decoder.show(arrival.payload(), arrival.decoded());
        return new LateRecord(
                decoder.feed().topic(),
                value.eventTime(),
                oldest,
                shown.text(),
                shown.encoding(),
                arrival.topic(),
                arrival.partition(),
                arrival.offset(),
                value.arrivedAt());
    }
}
