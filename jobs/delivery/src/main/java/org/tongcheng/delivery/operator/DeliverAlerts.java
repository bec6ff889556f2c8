package org.tongcheng.delivery.operator;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.delivery.alertmanager.AlertPost;
import org.tongcheng.delivery.alertmanager.AlertmanagerClient;
import org.tongcheng.delivery.alertmanager.AlertmanagerSettings;
import org.tongcheng.delivery.alertmanager.Answer;
import org.tongcheng.delivery.alertmanager.DeliveryPolicy;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.plumbing.job.SettingsException;
import org.tongcheng.plumbing.retry.Backoff;

/**
 * Posts alerts. Key: alert_id. State: {@link OpenAlert}, with one processing-time timer; it dies when Alertmanager has
 * taken the end and not been restarted since, some minutes later, or refuses the alert, or when the alert ends before
 * Alertmanager was told of it.
 *
 * <p>After a failure nothing at all is posted until a pause is over: transitions only replace what is kept of their alert,
 * so that input goes on while Alertmanager is away, and each pause costs one try. What is posted twice, after a restart,
 * is the same alert to Alertmanager.
 */
public final class DeliverAlerts extends KeyedProcessFunction<String, AlertTransition, DeliveryReceipt>
        implements CheckpointedFunction {

    /** Alerts that Alertmanager will never take. */
    public static final OutputTag<DeadLetter> REFUSED = new OutputTag<>("refused-alerts") {};

    private static final Logger LOG = LoggerFactory.getLogger(DeliverAlerts.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** After a restart what has happened since the checkpoint comes again first, ends of alerts among it. */
    private static final long CATCHING_UP_MILLIS = 10_000;

    /** Pauses between posts after which Alertmanager has told of an end, unless it was restarted. */
    private static final int INTERVALS_TO_TELL = 2;

    /** By how much Alertmanager's clock may be behind this one's. */
    private static final long SKEW_MILLIS = 30_000;

    private static final int SPREAD_MILLIS = 1_000;
    private static final long serialVersionUID = 1L;

    private final AlertTelling telling;
    private final AlertmanagerSettings settings;
    private final Resending resending;

    private transient AlertmanagerClient client;
    private transient Backoff backoff;
    private transient DeliveryCounters counters;
    private transient ValueState<@Nullable OpenAlert> open;
    private transient boolean restored;
    private transient long pausedUntil;
    private transient long timersFrom;

    public DeliverAlerts(AlertTelling telling, AlertmanagerSettings settings, Resending resending) {
        this.telling = telling;
        this.settings = settings;
        this.resending = resending;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        restored = context.isRestored();
    }

    @Override
    public void open(OpenContext context) {
        client = new AlertmanagerClient(settings);
        backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        counters = DeliveryCounters.of(getRuntimeContext().getMetricGroup());
        open = getRuntimeContext().getState(new ValueStateDescriptor<>("open-alert", OpenAlert.class));
        pausedUntil = Long.MIN_VALUE;
        timersFrom = Long.MIN_VALUE;
    }

    @Override
    public void processElement(AlertTransition transition, Context context, Collector<DeliveryReceipt> out)
            throws Exception {
        TimerService timers = context.timerService();
        long now = timers.currentProcessingTime();
        OpenAlert after = telling.after(open.value(), transition, now);
        if (after == null) {
            if (telling.isTooOld(transition, now)) {
                counters.tooOld().inc();
            }
        } else if (after.vanished()) {
            counters.vanished().inc();
            forget(after, timers);
        } else if (!after.news()) {
            open.update(after);
        } else if (now < pausedUntil) {
            keep(after, pausedUntil + spread(context.getCurrentKey()), timers);
        } else {
            deliver(after, context, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<DeliveryReceipt> out) throws Exception {
        OpenAlert alert = open.value();
        if (alert == null) {
            return;
        }
        TimerService timers = context.timerService();
        long now = timers.currentProcessingTime();
        if (restored) {
            restored = false;
            timersFrom = now + CATCHING_UP_MILLIS;
        }
        long from = Math.max(timersFrom, pausedUntil);
        if (now < from) {
            keep(alert, from + spread(context.getCurrentKey()), timers);
        } else if (alert.endTaken()) {
            confirm(alert, context, out);
        } else {
            deliver(alert, context, out);
        }
    }

    /** Alertmanager keeps what it was told in memory: one that was restarted since has to be told of the end again. */
    private void confirm(OpenAlert alert, Context context, Collector<DeliveryReceipt> out) throws Exception {
        AlertmanagerClient.Restarted restarted = client.startedAfter(alert.endTakenAt() - SKEW_MILLIS);
        if (restarted.answer().policy() == DeliveryPolicy.RETRY) {
            pause(restarted.answer(), context.timerService());
            keep(alert, pausedUntil + spread(context.getCurrentKey()), context.timerService());
        } else if (restarted.after()) {
            deliver(alert, context, out);
        } else {
            forget(alert, context.timerService());
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // Keyed state is all there is.
    }

    private void deliver(OpenAlert alert, Context context, Collector<DeliveryReceipt> out) throws Exception {
        TimerService timers = context.timerService();
        String id = context.getCurrentKey();
        long now = timers.currentProcessingTime();
        Answer answer = post(alert.posts(now, resending.leaseMillis()), context);
        switch (answer.policy()) {
            case DONE -> {
                backoff.succeeded();
                if (alert.news()) {
                    counters.delivered().inc();
                    long accepted = timers.currentProcessingTime();
                    out.collect(new DeliveryReceipt(id, alert.sequence(), alert.severity(), alert.ended(), accepted));
                }
                int intervals = alert.ended() ? INTERVALS_TO_TELL : 1;
                keep(alert.taken(now), now + intervals * resending.intervalMillis() - spread(id), timers);
            }
            case RETRY -> {
                pause(answer, timers);
                keep(alert.tried(), pausedUntil + spread(id), timers);
            }
            case REFUSE -> {
                backoff.succeeded();
                forget(alert, timers);
            }
            case FAIL -> throw new SettingsException(client.advice(answer));
        }
    }

    /**
     * Posts an alert; where that is refused, each part on its own, so that what is wrong with one leaves no other firing.
     *
     * @return the answer about the last, which is the alert as it stands now
     */
    private Answer post(List<AlertPost> posts, Context context) throws InterruptedException {
        Answer answer = client.post(posts);
        if (answer.policy() != DeliveryPolicy.REFUSE) {
            return answer;
        }
        for (AlertPost post : posts) {
            answer = posts.size() == 1 ? answer : client.post(List.of(post));
            switch (answer.policy()) {
                case REFUSE -> refuse(post, answer, context);
                case RETRY, FAIL -> {
                    return answer;
                }
                case DONE -> LOG.debug("taken on its own: {}", post.labels());
            }
        }
        return answer;
    }

    private void refuse(AlertPost post, Answer answer, Context context) {
        String reason = "Alertmanager answered " + answer.status() + ": " + answer.message();
        counters.refused().inc();
        LOG.warn("alert {} is not delivered: {}", context.getCurrentKey(), reason);
        context.output(REFUSED, RefusedPost.letter(post, reason));
    }

    private void pause(Answer answer, TimerService timers) {
        long wait = backoff.nextMillis(answer.retryAfter());
        pausedUntil = timers.currentProcessingTime() + wait;
        counters.retries().inc();
        LOG.warn(
                "Alertmanager took no alert (status {}, {}); trying again in {} ms",
                answer.status(),
                answer.message(),
                wait);
    }

    private void keep(OpenAlert alert, long dueAt, TimerService timers) throws Exception {
        dropTimer(alert, timers);
        timers.registerProcessingTimeTimer(dueAt);
        open.update(alert.withTimer(dueAt));
    }

    private void forget(OpenAlert alert, TimerService timers) {
        dropTimer(alert, timers);
        open.clear();
    }

    private static void dropTimer(OpenAlert alert, TimerService timers) {
        if (alert.dueAt() != OpenAlert.NO_TIMER) {
            timers.deleteProcessingTimeTimer(alert.dueAt());
        }
    }

    /** So that alerts of one moment do not keep others waiting when their time comes again. */
    private static int spread(String alertId) {
        return Math.floorMod(alertId.hashCode(), SPREAD_MILLIS);
    }
}
