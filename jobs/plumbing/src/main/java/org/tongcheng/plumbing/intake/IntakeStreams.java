package org.tongcheng.plumbing.intake;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.feed.LedgerCount;

/**
 * One feed behind its gate.
 *
 * @param inTime valid records within the accepted lateness, duplicates still among them
 * @param deadLetters rejected records
 * @param late records beyond the accepted lateness
 * @param ledger received, rejected and late counts
 */
public record IntakeStreams<T extends FeedRecord>(
        DataStream<T> inTime,
        DataStream<DeadLetter> deadLetters,
        DataStream<LateRecord> late,
        DataStream<LedgerCount> ledger) {}
