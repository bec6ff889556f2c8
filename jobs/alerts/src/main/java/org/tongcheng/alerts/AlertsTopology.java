package org.tongcheng.alerts;

import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tongcheng.alerts.operator.Control;
import org.tongcheng.alerts.operator.WatchSeries;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertAction;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.RegionBundle;

/**
 * From results to transitions of alerts, of rules that need one series alone.
 *
 * <pre>
 * results ----------------------------------------------> watch-series ----> transitions
 * reference -> alerts-reference -+                        by series
 * actions ---> alerts-rectified -+-> alerts-control ~~~~~~~~~~^ broadcast
 * </pre>
 */
public final class AlertsTopology {

    public static final String REFERENCE_UID = "alerts-reference";
    public static final String RECTIFIED_UID = "alerts-rectified";
    public static final String CONTROL_UID = "alerts-control";
    public static final String SERIES_UID = "watch-series";

    /** Every operator between the ends. */
    public static final List<String> UIDS = List.of(REFERENCE_UID, RECTIFIED_UID, CONTROL_UID, SERIES_UID);

    private static final TypeInformation<Control> CONTROL = TypeInformation.of(Control.class);
    private static final TypeInformation<AlertTransition> TRANSITION = TypeInformation.of(AlertTransition.class);

    private AlertsTopology() {}

    /**
     * Adds the watching behind its sources.
     *
     * @param results of all jobs, the revisions of a point in their order, with watermarks
     * @param reference regions that replace the one before, as they are published
     * @param actions of staff
     * @param start the region in force at a first start; a restored job goes on with the one it had
     * @return transitions without handling, those of one alert in their order
     */
    public static DataStream<AlertTransition> evaluate(
            DataStream<Result> results,
            DataStream<RegionBundle> reference,
            DataStream<AlertAction> actions,
            RegionBundle start) {
        return results.keyBy(Result::series)
                .connect(control(reference, actions))
                .process(new WatchSeries(start), TRANSITION)
                .uid(SERIES_UID)
                .name(SERIES_UID);
    }

    private static BroadcastStream<Control> control(
            DataStream<RegionBundle> reference, DataStream<AlertAction> actions) {
        DataStream<Control> regions = reference
                .map(bundle -> new Control(bundle, null), CONTROL)
                .uid(REFERENCE_UID)
                .name(REFERENCE_UID);
        DataStream<Control> rectified = actions.<Control>flatMap(
                        (action, out) -> {
                            if (action.action() == ActionKind.RECTIFIED) {
                                out.collect(new Control(null, action));
                            }
                        },
                        CONTROL)
                .uid(RECTIFIED_UID)
                .name(RECTIFIED_UID);
        return WatchSeries.broadcast(regions.union(rectified)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Control>forGenerator(context -> new Untimed()))
                .uid(CONTROL_UID)
                .name(CONTROL_UID));
    }

    /** What is broadcast has no event time, and must not hold back that of results. */
    private static final class Untimed implements WatermarkGenerator<Control> {

        @Override
        public void onEvent(Control event, long eventTimestamp, WatermarkOutput output) {
            // Says nothing of time.
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }
}
