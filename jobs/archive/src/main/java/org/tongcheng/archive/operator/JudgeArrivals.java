package org.tongcheng.archive.operator;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tongcheng.archive.format.ArchivedRecord;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.feed.Verdict;
import org.tongcheng.plumbing.intake.KeyedArrival;
import org.tongcheng.plumbing.intake.PartitionMarks;
import org.tongcheng.plumbing.intake.PartitionMarks.Mark;
import org.tongcheng.wire.FeedDecoder;
import org.tongcheng.wire.ShownPayload;

/**
 * Decides what is rejected and what is late, as the gate of a job does. Not keyed; state: {@link PartitionMarks}.
 *
 * <p>Of a rejected record that a dead letter does not show as it came, because a card number may be in it or because it is
 * too large, no more is archived than the dead letter shows, and not its key.
 *
 * @param <O> what goes on to be settled
 */
public final class JudgeArrivals<T extends FeedRecord, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<KeyedArrival<T>, O> {

    /** Records whose verdict nothing changes any more. */
    public static final OutputTag<ArchivedRecord> FINAL =
            new OutputTag<>("final", TypeInformation.of(ArchivedRecord.class));

    private static final long serialVersionUID = 1L;

    private final FeedDecoder<T> decoder;
    private final InTime<T, O> inTime;
    private transient PartitionMarks marks;

    public JudgeArrivals(FeedDecoder<T> decoder, InTime<T, O> inTime) {
        this.decoder = decoder;
        this.inTime = inTime;
    }

    /** Makes of a record in time what goes on. */
    @FunctionalInterface
    public interface InTime<T, O> extends Serializable {
        O of(T value, ArchivedRecord record);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        marks = PartitionMarks.restored(decoder.feed(), context);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        marks.save();
    }

    @Override
    public void processElement(StreamRecord<KeyedArrival<T>> element) {
        KeyedArrival<T> keyed = element.getValue();
        T value = keyed.arrival().decoded().value();
        if (value == null) {
            output.collect(FINAL, new StreamRecord<>(rejected(keyed)));
            return;
        }
        Mark mark = marks.of(keyed.arrival().topic(), keyed.arrival().partition());
        if (mark.isLate(value.eventTime())) {
            output.collect(FINAL, new StreamRecord<>(record(keyed, value.eventTime(), Verdict.LATE)));
            return;
        }
        mark.pass(value.eventTime());
        ArchivedRecord record = record(keyed, value.eventTime(), Verdict.ACCEPTED);
        output.collect(new StreamRecord<>(inTime.of(value, record), value.eventTime()));
    }

    private ArchivedRecord record(KeyedArrival<T> keyed, long eventTime, Verdict verdict) {
        return new ArchivedRecord(
                keyed.arrival().topic(),
                keyed.arrival().partition(),
                keyed.arrival().offset(),
                keyed.timestamp(),
                keyed.key(),
                keyed.value(),
                eventTime,
                verdict,
                null);
    }

    private ArchivedRecord rejected(KeyedArrival<T> keyed) {
        Rejection rejection = keyed.arrival().decoded().rejection();
        if (rejection == null) {
            throw new IllegalStateException("a decoded record has neither a value nor a rejection");
        }
        byte[] shown =
                bytes(decoder.show(keyed.arrival().payload(), keyed.arrival().decoded()));
        boolean asItCame = Arrays.equals(shown, keyed.arrival().payload());
        return new ArchivedRecord(
                keyed.arrival().topic(),
                keyed.arrival().partition(),
                keyed.arrival().offset(),
                keyed.timestamp(),
                asItCame ? keyed.key() : null,
                asItCame ? keyed.value() : shown,
                FeedRecord.UNKNOWN_TIME,
                Verdict.REJECTED,
                rejection.reason().wireName());
    }

    private static byte[] bytes(ShownPayload shown) {
        return shown.encoding().equals("base64")
                ? Base64.getDecoder().decode(shown.text())
                : shown.text().getBytes(StandardCharsets.UTF_8);
    }
}
