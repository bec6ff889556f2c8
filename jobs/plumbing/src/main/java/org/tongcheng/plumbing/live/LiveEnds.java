package org.tongcheng.plumbing.live;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.influx.InfluxReachability;
import org.tongcheng.plumbing.influx.InfluxSink;
import org.tongcheng.plumbing.influx.KafkaRefusedPoints;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.kafka.KafkaAlertOutputs;
import org.tongcheng.plumbing.kafka.KafkaOutputs;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.plumbing.kafka.KafkaReferenceSource;
import org.tongcheng.wire.AlertActionDecoder;

/** Ends a job in Kafka and, where its settings name one, in InfluxDB. */
public final class LiveEnds {

    private LiveEnds() {}

    /**
     * Asks at the start whether both are there.
     *
     * @param topics that the job reads or writes, without the prefix
     * @throws org.tongcheng.plumbing.job.SettingsException naming the setting to change
     */
    public static void check(JobSettings settings, Collection<String> topics) {
        KafkaReachability.check(settings.kafka(), topics);
        InfluxSettings influx = settings.influx();
        if (influx != null) {
            InfluxReachability.check(influx);
        }
    }

    /**
     * @param resultTopic without the prefix, such as {@code air.results}
     * @param zone of the offset in which times are written
     */
    public static void write(JobOutput output, String resultTopic, JobSettings settings, ZoneId zone) {
        KafkaOutputs.write(output, resultTopic, settings, zone);
        writeInflux(output.results(), resultTopic, settings, zone);
    }

    /** For a job that reads no feed and so refuses nothing. */
    public static void writeResults(DataStream<Result> results, String resultTopic, JobSettings settings, ZoneId zone) {
        KafkaOutputs.writeResults(results, resultTopic, settings, zone);
        writeInflux(results, resultTopic, settings, zone);
    }

    /** @param zone of the offset in which times are written */
    public static void writeAlerts(AlertOutput output, JobSettings settings, ZoneId zone) {
        KafkaAlertOutputs.write(output, settings, zone);
        writeInflux(output.points(), KafkaAlertOutputs.POINTS, settings, zone);
    }

    private static void writeInflux(DataStream<Result> results, String resultTopic, JobSettings settings, ZoneId zone) {
        InfluxSettings influx = settings.influx();
        if (influx != null) {
            InfluxSink.write(results, influx, resultTopic, new KafkaRefusedPoints(settings.kafka(), zone));
        }
    }

    /** The topics that every job with a feed writes, without the prefix. */
    public static List<String> topics(String feed, String resultTopic) {
        return List.of(feed, resultTopic, KafkaOutputs.DEAD_LETTERS, KafkaOutputs.LATE);
    }

    /** The topics that a job which raises alerts has beside the results that it watches, without the prefix. */
    public static List<String> alertTopics() {
        return List.of(
                KafkaReferenceSource.TOPIC,
                AlertActionDecoder.TOPIC,
                KafkaAlertOutputs.ALERTS,
                KafkaAlertOutputs.POINTS,
                KafkaOutputs.DEAD_LETTERS);
    }
}
