package org.tongcheng.plumbing.job;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.result.Result;

/**
 * What a topology gives to its ends.
 *
 * @param results points and their revisions; all revisions of one point come from one subtask, in order
 * @param deadLetters rejected records
 * @param late records beyond the accepted lateness
 */
public record JobOutput(DataStream<Result> results, DataStream<DeadLetter> deadLetters, DataStream<LateRecord> late) {}
