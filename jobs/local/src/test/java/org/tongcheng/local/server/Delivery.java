package org.tongcheng.local.server;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.tongcheng.delivery.alertmanager.AlertmanagerSettings;
import org.tongcheng.delivery.operator.AlertTelling;
import org.tongcheng.delivery.operator.DeliverAlerts;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.delivery.operator.Resending;
import org.tongcheng.domain.alert.AlertTransition;

/** The delivery operator, by itself, before an Alertmanager. Its clock is the real one, plus what a test puts on it. */
public final class Delivery implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<String, AlertTransition, DeliveryReceipt> harness;
    private long ahead;

    Delivery(URI alertmanager) throws Exception {
        this(alertmanager, new Resending(60_000, 900_000), null);
    }

    Delivery(URI alertmanager, Resending resending, @Nullable OperatorSubtaskState restored) throws Exception {
        this(alertmanager, resending, restored, 3_600_000);
    }

    private Delivery(URI alertmanager, Resending resending, @Nullable OperatorSubtaskState restored, long oldestMillis)
            throws Exception {
        AlertTelling telling = new AlertTelling("chengdu", ZoneId.of("Asia/Shanghai"), oldestMillis);
        AlertmanagerSettings settings =
                new AlertmanagerSettings(alertmanager.toString(), Duration.ofSeconds(5), null, null, null);
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DeliverAlerts(telling, settings, resending)),
                AlertTransition::alertId,
                Types.STRING);
        harness.setup();
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.setProcessingTime(System.currentTimeMillis());
        harness.open();
    }

    /** Tells of alerts of any age. */
    public static Delivery ofOldAlerts(URI alertmanager) throws Exception {
        return new Delivery(alertmanager, new Resending(60_000, 900_000), null, Long.MAX_VALUE);
    }

    public void take(AlertTransition transition) throws Exception {
        long now = System.currentTimeMillis() + ahead;
        harness.setProcessingTime(now);
        harness.processElement(transition, now);
    }

    /** Puts time on the clock, second by second, as a timer service would see it pass. */
    void advance(Duration more) throws Exception {
        for (long second = 0; second < more.toSeconds(); second++) {
            ahead += 1_000;
            harness.setProcessingTime(System.currentTimeMillis() + ahead);
        }
    }

    List<DeliveryReceipt> receipts() {
        return harness.extractOutputValues();
    }

    int kept() {
        return harness.numKeyedStateEntries();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, System.currentTimeMillis());
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
