package org.tongcheng.plumbing.kafka;

import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.plumbing.intake.ActionOrLetter;
import org.tongcheng.plumbing.intake.ActionStreams;
import org.tongcheng.plumbing.intake.ArrivedAction;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.NothingHeldBack;
import org.tongcheng.wire.AlertActionDecoder;

/** Reads what staff do about alerts. */
public final class KafkaActionSource {

    private KafkaActionSource() {}

    /**
     * Actions, those on one alert in the order of their partition. Event time is when somebody acted, but it moves no
     * watermark and holds none back: an action says nothing of how far the results are.
     */
    public static ActionStreams stream(StreamExecutionEnvironment environment, JobSettings settings, String uid) {
        WatermarkStrategy<ActionOrLetter> watermarks = NothingHeldBack.strategy();
        return ActionStreams.of(
                environment
                        .fromSource(
                                Sources.of(
                                        settings.kafka(), List.of(AlertActionDecoder.TOPIC), new ActionDeserializer()),
                                watermarks.withTimestampAssigner(KafkaActionSource::eventTime),
                                uid)
                        .uid(uid),
                uid + "-parted");
    }

    private static long eventTime(ActionOrLetter record, long recordTimestamp) {
        ArrivedAction action = record.action();
        return action == null ? recordTimestamp : action.action().at();
    }
}
