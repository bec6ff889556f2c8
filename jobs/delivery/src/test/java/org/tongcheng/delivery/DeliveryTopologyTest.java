package org.tongcheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.testkit.GoldenFiles;

class DeliveryTopologyTest {

    private static final int ALERTS = 40;

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void tellsEachAlertInItsOrderAtAnyParallelism(int parallelism) throws Exception {
        try (FakeAlertmanager server = new FakeAlertmanager()) {
            StreamExecutionEnvironment environment = DeliveryRun.environment(parallelism);
            List<DeliveryReceipt> receipts = new ArrayList<>();
            DeliveryRun.topology(environment, aDay(), server)
                    .receipts()
                    .executeAndCollect()
                    .forEachRemaining(receipts::add);

            Map<String, List<String>> heard = new TreeMap<>(server.taken().stream()
                    .flatMap(post -> post.said(Long.MAX_VALUE - 1).stream())
                    .collect(Collectors.groupingBy(
                            (Function<String, String>) said -> said.substring(0, said.indexOf(' ')),
                            Collectors.mapping(said -> said.split(" ", -1)[1], Collectors.toList()))));
            assertThat(heard).hasSize(ALERTS);
            assertThat(heard.values()).containsOnly(List.of("blue", "blue", "red", "red"));
            assertThat(receipts).hasSize(3 * ALERTS);
        }
    }

    @Test
    void handsOutWhatIsRefused() throws Exception {
        try (FakeAlertmanager server = new FakeAlertmanager()) {
            server.always(asked -> asked.body().contains("\"alert7\"") ? 400 : 200);
            StreamExecutionEnvironment environment = DeliveryRun.environment(2);
            List<DeadLetter> refused = new ArrayList<>();
            DeliveryRun.topology(environment, aDay(), server)
                    .refused()
                    .executeAndCollect()
                    .forEachRemaining(refused::add);

            assertThat(refused).hasSize(2).allMatch(letter -> letter.payload().contains("alert7"));
        }
    }

    @Test
    void itsOperatorsHaveTheirUids() throws Exception {
        try (FakeAlertmanager server = new FakeAlertmanager()) {
            StreamExecutionEnvironment environment = DeliveryRun.environment(1);
            DeliveryRun.topology(environment, aDay(), server).receipts().print().uid("test-receipts");

            assertThat(GoldenFiles.uidsOf(environment))
                    .containsAll(DeliveryTopology.UIDS)
                    .contains("deliver-alerts");
        }
    }

    private static List<AlertTransition> aDay() {
        List<AlertTransition> alerts = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            alerts.add(Alerts.firing("alert" + i, 0, Severity.BLUE));
        }
        for (int i = 0; i < ALERTS; i++) {
            alerts.add(Alerts.firing("alert" + i, 1, Severity.RED));
            alerts.add(Alerts.ended("alert" + i, 2, AlertState.RESOLVED));
        }
        return alerts;
    }
}
