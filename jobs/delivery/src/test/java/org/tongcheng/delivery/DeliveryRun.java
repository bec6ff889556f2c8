package org.tongcheng.delivery;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.HarnessedJob;

/** The topology before an Alertmanager; nothing is too long ago for it. */
final class DeliveryRun {

    private DeliveryRun() {}

    static StreamExecutionEnvironment environment(int parallelism) {
        return StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, StrictEnvironment.strict(new Configuration()));
    }

    static DeliveryStreams topology(
            StreamExecutionEnvironment environment, List<AlertTransition> alerts, FakeAlertmanager server) {
        String[] settings = {"--alertmanager-url", server.url(), "--oldest-alert", "36500d"};
        return DeliveryTopology.of(
                environment
                        .fromData(alerts, TypeInformation.of(AlertTransition.class))
                        .setParallelism(1)
                        .uid("test-alerts"),
                "chengdu",
                ZoneId.of("Asia/Shanghai"),
                Settings.read(settings, Map.of(), DeliveryConfig::from));
    }

    /** The same operators in harnesses. */
    static HarnessedJob<DeliveryReceipt> inHarnesses(
            FakeAlertmanager server, Map<String, OperatorSubtaskState> restored) throws Exception {
        StreamExecutionEnvironment environment = environment(1);
        List<AlertTransition> any = List.of(Alerts.touched("a", 0, org.tongcheng.domain.alert.Severity.BLUE));
        DeliveryStreams streams = topology(environment, any, server);
        streams.receipts().print().uid("test-receipts");
        return new HarnessedJob<>(environment.getStreamGraph(), DeliveryTopology.UIDS, restored, DeliveryReceipt.class);
    }
}
