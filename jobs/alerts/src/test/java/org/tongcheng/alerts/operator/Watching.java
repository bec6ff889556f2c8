package org.tongcheng.alerts.operator;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.ShanghaiTime;

/** An operator that watches, in a harness. Times are local. */
final class Watching implements AutoCloseable {

    private final CoBroadcastWithKeyedOperator<String, Result, Control, AlertTransition> operator;
    private final KeyedBroadcastOperatorTestHarness<String, Result, Control, AlertTransition> harness;

    private Watching(Watcher watcher, KeySelector<Result, String> key, @Nullable OperatorSubtaskState restored)
            throws Exception {
        operator = watcher.operator();
        harness = new KeyedBroadcastOperatorTestHarness<>(operator, key, Types.STRING, 128, 1, 0);
        harness.setup(TypeInformation.of(AlertTransition.class)
                .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
        harness.processBroadcastWatermark(new Watermark(Long.MAX_VALUE));
    }

    static Watching series(RegionBundle start, @Nullable OperatorSubtaskState restored) throws Exception {
        return new Watching(new WatchSeries(start), Result::series, restored);
    }

    /** Of a recording. */
    static Watching groups(RegionBundle start, @Nullable OperatorSubtaskState restored) throws Exception {
        return new Watching(new WatchGroups(start, 0), WatchGroups::keyOf, restored);
    }

    /** As things happen: by a clock that counts for points that are no older than six hours. */
    static Watching live(RegionBundle start, @Nullable OperatorSubtaskState restored) throws Exception {
        return new Watching(new WatchGroups(start, 6 * BusinessTime.HOUR), WatchGroups::keyOf, restored);
    }

    /** What the clock says. */
    List<String> clock(String local) throws Exception {
        clockQuietly(ShanghaiTime.at(local));
        return told();
    }

    void clockQuietly(long time) throws Exception {
        harness.setProcessingTime(time);
    }

    /** The inputs end. */
    List<String> finish() throws Exception {
        return finished().stream().map(Watching::text).toList();
    }

    List<AlertTransition> finished() throws Exception {
        harness.processWatermark(new Watermark(Long.MAX_VALUE));
        operator.finish();
        return take();
    }

    /** Feeds points and tells what came of them, one text a transition. */
    List<String> feed(Result... points) throws Exception {
        feedQuietly(List.of(points));
        return told();
    }

    void feedQuietly(List<Result> points) throws Exception {
        for (Result point : points) {
            harness.processElement(point, point.time());
        }
    }

    List<String> watermark(String local) throws Exception {
        return watermark(ShanghaiTime.at(local));
    }

    List<String> watermark(long time) throws Exception {
        watermarkQuietly(time);
        return told();
    }

    void watermarkQuietly(String local) throws Exception {
        watermarkQuietly(ShanghaiTime.at(local));
    }

    void watermarkQuietly(long time) throws Exception {
        harness.processWatermark(new Watermark(time));
    }

    List<String> publish(RegionBundle bundle) throws Exception {
        harness.processBroadcastElement(new Control(bundle, null), 0);
        return told();
    }

    List<AlertTransition> raw(Result point) throws Exception {
        harness.processElement(point, point.time());
        return take();
    }

    void rectify(String alertId, String local) throws Exception {
        AlertAction action = new AlertAction(alertId, ActionKind.RECTIFIED, "li", ShanghaiTime.at(local), "");
        harness.processBroadcastElement(new Control(null, action), 0);
    }

    /** What was issued since the last look. */
    List<AlertTransition> take() {
        List<AlertTransition> taken = new ArrayList<>();
        harness.extractOutputStreamRecords().forEach(record -> taken.add(record.getValue()));
        harness.getOutput().clear();
        return taken;
    }

    List<String> told() {
        return take().stream().map(Watching::text).toList();
    }

    static String text(AlertTransition alert) {
        String reason = alert.endReason() == null ? "" : " " + alert.endReason().wireName();
        String corrected = alert.correctedOnset() == null ? "" : " corrected to " + ShanghaiTime.local(alert.beganAt());
        return alert.ruleId() + "@" + alert.ruleVersion() + " " + alert.entity().id() + " #" + alert.sequence() + " "
                + alert.state().wireName() + " " + alert.severity().wireName() + " "
                + ShanghaiTime.local(alert.at()) + " since " + ShanghaiTime.local(alert.onset()) + corrected + reason;
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    int remembered() {
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries()
                + harness.numEventTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
