package org.tongcheng.plumbing.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.plumbing.job.JobSettings;

/** Reads the transitions of alerts. */
public final class KafkaAlertSource {

    private KafkaAlertSource() {}

    /** Transitions; those of one alert come in their order. Event time is when the change came about. */
    public static DataStream<AlertTransition> stream(
            StreamExecutionEnvironment environment, JobSettings settings, Duration outOfOrderness, String uid) {
        return Sources.stream(
                environment,
                settings,
                Sources.of(settings.kafka(), List.of(KafkaAlertOutputs.ALERTS), SkippingDeserializer.alerts()),
                (alert, recordTimestamp) -> alert.at(),
                outOfOrderness,
                uid);
    }
}
