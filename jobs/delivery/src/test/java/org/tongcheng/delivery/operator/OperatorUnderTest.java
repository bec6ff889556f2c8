package org.tongcheng.delivery.operator;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.tongcheng.delivery.Alerts;
import org.tongcheng.delivery.FakeAlertmanager;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.plumbing.job.StrictEnvironment;

/** {@link DeliverAlerts} before an Alertmanager; it sends again every minute and starts an hour after the onset. */
final class OperatorUnderTest implements AutoCloseable {

    static final long START = Alerts.ONSET + 60 * Alerts.MINUTE;

    private final FakeAlertmanager server;
    private final KeyedOneInputStreamOperatorTestHarness<String, AlertTransition, DeliveryReceipt> harness;

    OperatorUnderTest(FakeAlertmanager server) throws Exception {
        this(server, START, null);
    }

    OperatorUnderTest(FakeAlertmanager server, long now, @Nullable OperatorSubtaskState restored) throws Exception {
        this.server = server;
        AlertTelling telling = new AlertTelling("chengdu", ZoneId.of("Asia/Shanghai"), 2_880 * Alerts.MINUTE);
        Resending resending = new Resending(Alerts.MINUTE, 15 * Alerts.MINUTE);
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DeliverAlerts(telling, server.settings(), resending)),
                AlertTransition::alertId,
                Types.STRING);
        harness.getExecutionConfig()
                .configure(StrictEnvironment.strict(new Configuration()), OperatorUnderTest.class.getClassLoader());
        harness.setProcessingTime(now);
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
    }

    OperatorUnderTest feed(AlertTransition... transitions) throws Exception {
        for (AlertTransition transition : transitions) {
            harness.processElement(transition, transition.at());
        }
        return this;
    }

    /** Lets time pass, second by second, as a timer service would. */
    void pass(long millis) throws Exception {
        long until = now() + millis;
        while (now() < until) {
            harness.setProcessingTime(Math.min(until, now() + 1_000));
        }
    }

    long now() {
        return harness.getProcessingTime();
    }

    /** What Alertmanager has taken, each post's parts, as seen at the present time. */
    List<List<String>> taken() {
        return server.taken().stream().map(post -> post.said(now())).toList();
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    List<DeliveryReceipt> receipts() {
        return harness.extractOutputValues();
    }

    List<DeadLetter> refused() {
        Queue<StreamRecord<DeadLetter>> refused = harness.getSideOutput(DeliverAlerts.REFUSED);
        return (refused == null ? new ArrayDeque<StreamRecord<DeadLetter>>() : refused)
                .stream().map(StreamRecord::getValue).toList();
    }

    /** Entries of keyed state and timers together. */
    int remembered() {
        return harness.numKeyedStateEntries() + harness.numProcessingTimeTimers();
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
