package org.tongcheng.alerts.handling;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.result.Result;

/**
 * What comes out of handling.
 *
 * @param alerts records of {@code alerts}, in sequence order per alert
 * @param points of all three measurements
 * @param deadLetters actions that could not be read or applied
 * @param rectified every accepted {@code rectified}
 */
public record HandlingStreams(
        DataStream<AlertTransition> alerts,
        DataStream<Result> points,
        DataStream<DeadLetter> deadLetters,
        DataStream<RectifiedAlert> rectified) {}
