package org.tongcheng.alerts.handling;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tongcheng.alerts.points.AlertPoints;
import org.tongcheng.alerts.points.CountActive;
import org.tongcheng.alerts.points.SummariseDay;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.ActionStreams;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.LastWatermarkAtEnd;
import org.tongcheng.plumbing.serial.ResultSerializer;

/**
 * From what the values say to what goes out.
 *
 * <pre>
 * transitions -> alerts-handling -+-> alerts
 * actions ----->  by alert_id     +-> alerts-points ------------------------------> alert
 *                  |              +-> alerts-summary-1d, by city and domain ------> alert_summary_1d
 *                  +-> dead letters
 *                  +-> steps --------> alerts-active-1m, and by severity ---------> alert_active_1m
 * </pre>
 */
public final class HandlingTopology {

    public static final String HANDLING_UID = "alerts-handling";
    public static final String POINTS_UID = "alerts-points";
    public static final String ACTIVE_UID = "alerts-active-1m";
    public static final String SUMMARY_UID = "alerts-summary-1d";

    /** Every operator. */
    public static final List<String> UIDS = List.of(HANDLING_UID, POINTS_UID, ACTIVE_UID, SUMMARY_UID);

    private static final TypeInformation<AlertTransition> ALERT = TypeInformation.of(AlertTransition.class);

    private HandlingTopology() {}

    /**
     * @param transitions each alert's in its order, without handling; their watermarks are the event time of all
     * @param actions with watermarks of their own or idle, so that they hold nothing back
     * @param settling how long changes of points are gathered
     * @param allowed from an alert's onset to its acknowledgement; later, it is overdue
     */
    public static AlertOutput of(
            DataStream<AlertTransition> transitions,
            ActionStreams actions,
            BusinessTime time,
            Duration settling,
            Duration allowed) {
        SingleOutputStreamOperator<AlertTransition> alerts = transitions
                .connect(actions.actions())
                .keyBy(AlertTransition::alertId, received -> received.action().alertId())
                .process(new HandleAlerts(), ALERT)
                .uid(HANDLING_UID)
                .name(HANDLING_UID);
        SingleOutputStreamOperator<Result> points = alerts.map(new AlertPoints(), ResultSerializer.RESULT)
                .uid(POINTS_UID)
                .name(POINTS_UID);
        SingleOutputStreamOperator<Result> active = alerts.getSideOutput(HandleAlerts.STEPS)
                .keyBy(CountActive.KEY, CountActive.KEY_TYPE)
                .transform(
                        ACTIVE_UID,
                        ResultSerializer.RESULT,
                        new LastWatermarkAtEnd<>(new CountActive(settling.toMillis())))
                .uid(ACTIVE_UID);
        SingleOutputStreamOperator<Result> days = alerts.keyBy(SummariseDay.KEY, SummariseDay.KEY_TYPE)
                .transform(
                        SUMMARY_UID,
                        ResultSerializer.RESULT,
                        new LastWatermarkAtEnd<>(new SummariseDay(time, settling.toMillis(), allowed.toMillis())))
                .uid(SUMMARY_UID);
        return new AlertOutput(
                alerts,
                points.union(active, days),
                actions.deadLetters().union(alerts.getSideOutput(HandleAlerts.REFUSED)));
    }
}
