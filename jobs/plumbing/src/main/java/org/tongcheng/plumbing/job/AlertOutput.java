package org.tongcheng.plumbing.job;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.result.Result;

/**
 * What a job that raises alerts gives to its ends.
 *
 * @param transitions those of one alert come from one subtask, in order
 * @param points of alerts
 * @param deadLetters refused actions
 */
public record AlertOutput(
        DataStream<AlertTransition> transitions, DataStream<Result> points, DataStream<DeadLetter> deadLetters) {}
