package org.tongcheng.plumbing.ledger;

import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.LastWatermarkAtEnd;
import org.tongcheng.plumbing.serial.ResultSerializer;

/** Adds up what became of a feed's records: {@code feed_ledger_1m}. */
public final class LedgerStream {

    /** How long changes of a minute are gathered before it is issued again. */
    static final Duration SETTLING = Duration.ofSeconds(1);

    private LedgerStream() {}

    /** @param counts partial counts of one feed, from wherever verdicts are given */
    public static DataStream<Result> of(DataStream<LedgerCount> counts, String uidPrefix) {
        String uid = uidPrefix + "-ledger";
        return counts.keyBy(count -> count.feed().topic())
                .transform(uid, ResultSerializer.RESULT, new LastWatermarkAtEnd<>(new SumLedger(SETTLING.toMillis())))
                .uid(uid);
    }
}
