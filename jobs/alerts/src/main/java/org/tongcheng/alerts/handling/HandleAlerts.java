package org.tongcheng.alerts.handling;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.ActionRejection;
import org.tongcheng.domain.alert.ActiveStep;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.HandledAlert;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.Rejection;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.intake.ArrivedAction;
import org.tongcheng.wire.AlertActionDecoder;

/**
 * Joins what the values say of an alert with what staff do about it. Key: alert_id. State: {@link HandledAlert}; it dies 35
 * days of event time after the alert's end, when no correction can reach it.
 *
 * <p>Both inputs make records, so this operator numbers what goes out: from 0 on, one more each time, whatever numbers come
 * in. People act on what was issued; an action on an alert that is not known here is refused at once.
 */
public final class HandleAlerts
        extends KeyedCoProcessFunction<String, AlertTransition, ArrivedAction, AlertTransition> {

    /** Actions that could be read and not applied. */
    public static final OutputTag<DeadLetter> REFUSED =
            new OutputTag<>("refused-actions", TypeInformation.of(DeadLetter.class));

    /** Alerts that go on or go on no longer, for counting them. */
    public static final OutputTag<ActiveStep> STEPS =
            new OutputTag<>("active-steps", TypeInformation.of(ActiveStep.class));

    /** How many actions were the last one again. */
    public static final String DUPLICATES_METRIC = "duplicateActions";

    static final long KEPT_MILLIS = 35 * BusinessTime.DAY;

    private static final long serialVersionUID = 1L;

    private transient ValueState<@Nullable HandledAlert> handled;
    private transient Counter duplicates;

    @Override
    public void open(OpenContext context) {
        handled = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("handled", TypeInformation.of(HandledAlert.class)));
        duplicates = getRuntimeContext().getMetricGroup().counter(DUPLICATES_METRIC);
    }

    @Override
    public void processElement1(AlertTransition said, Context context, Collector<AlertTransition> out)
            throws Exception {
        HandledAlert before = handled.value();
        HandledAlert after = HandledAlert.after(before, said);
        handled.update(after);
        out.collect(after.last());
        after.stepsFrom(before).forEach(step -> context.output(STEPS, step));
        if (!after.open()) {
            context.timerService().registerEventTimeTimer(deathOf(after));
        }
    }

    @Override
    public void processElement2(ArrivedAction received, Context context, Collector<AlertTransition> out)
            throws Exception {
        HandledAlert.Acted acted = HandledAlert.act(handled.value(), received.action());
        HandledAlert after = acted.alert();
        ActionRejection why = acted.rejection();
        if (after != null) {
            handled.update(after);
            out.collect(after.last());
        } else if (why != null) {
            refuse(received, why, context);
        }
    }

    private void refuse(ArrivedAction received, ActionRejection why, Context context) {
        Rejection rejection = AlertActionDecoder.rejection(why);
        if (rejection == null) {
            duplicates.inc();
        } else {
            context.output(REFUSED, received.refused(rejection));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertTransition> out) throws Exception {
        HandledAlert kept = handled.value();
        // It may have been dead already, or have begun again, or have ended anew since.
        if (kept != null && !kept.open() && deathOf(kept) <= timestamp) {
            handled.clear();
        }
    }

    private static long deathOf(HandledAlert ended) {
        return ended.toldAt() + KEPT_MILLIS;
    }
}
