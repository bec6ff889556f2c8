package org.tongcheng.delivery;

import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.delivery.alertmanager.AlertmanagerClient;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.plumbing.job.JobStart;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.KafkaAlertOutputs;
import org.tongcheng.plumbing.kafka.KafkaAlertSource;
import org.tongcheng.plumbing.kafka.KafkaOutputs;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;

/** The delivery job: wires its topology between Kafka and Alertmanager. */
public final class DeliveryJob {

    private DeliveryJob() {}

    public static void main(String[] arguments) throws Exception {
        JobStart.wired(arguments, DeliveryConfig::from, DeliveryJob::wired).execute();
    }

    private static StreamExecutionEnvironment wired(DeliveryConfig config) {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.getExecutionEnvironment(), config.job());
        KafkaReachability.check(config.job().kafka(), List.of(KafkaAlertOutputs.ALERTS, KafkaOutputs.DEAD_LETTERS));
        new AlertmanagerClient(config.alertmanager()).check();
        wire(environment, config);
        return environment;
    }

    /** @return what Alertmanager has taken, for whoever wants to know */
    public static DataStream<DeliveryReceipt> wire(StreamExecutionEnvironment environment, DeliveryConfig config) {
        Region region = RegionDirectory.resolve(config.job().region());
        DataStream<AlertTransition> alerts =
                KafkaAlertSource.stream(environment, config.job(), Duration.ZERO, "alerts-source");
        DeliveryStreams streams = DeliveryTopology.of(alerts, region.id(), region.zone(), config);
        KafkaOutputs.writeDeadLetters(streams.refused(), config.job(), region.zone());
        return streams.receipts();
    }
}
