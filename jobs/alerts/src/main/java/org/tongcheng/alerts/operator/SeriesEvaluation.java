package org.tongcheng.alerts.operator;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.alerts.operator.Tracks.Subject;
import org.tongcheng.alerts.watch.HourSums;
import org.tongcheng.alerts.watch.Keeping;
import org.tongcheng.alerts.watch.Points;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.alerts.watch.RuleSamples;
import org.tongcheng.alerts.watch.SeriesMemory;
import org.tongcheng.alerts.watch.SeriesWatch;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;

/** Brings the points of the present series to its rules: {@link WatchSeries} says when. */
final class SeriesEvaluation {

    private final SeriesStates states;

    SeriesEvaluation(SeriesStates states) {
        this.states = states;
    }

    /** Evaluates a new point if it need not wait, and holds it else. */
    void come(Result point, SeriesWatch watch, Turn turn) throws Exception {
        if (Points.judgedAt(point) <= turn.watermark() && states.held().isEmpty()) {
            take(point, watch, turn);
            sumHours(watch, turn);
        } else {
            states.hold(point);
            drain(watch, turn);
        }
    }

    /** Evaluates the points that need not wait any longer, in order of time, and the hours that are over. */
    void drain(SeriesWatch watch, Turn turn) throws Exception {
        boolean blocked = false;
        for (Result point : states.inOrder()) {
            boolean late = point.time() <= states.remembered().newest();
            boolean ready = Points.judgedAt(point) <= turn.watermark();
            if (ready && (late || !blocked)) {
                states.release(point);
                take(point, watch, turn);
            } else {
                blocked |= !late;
            }
        }
        sumHours(watch, turn);
    }

    private void take(Result point, SeriesWatch watch, Turn turn) throws Exception {
        SeriesMemory before = states.remembered();
        Map<String, Reading> readings = watch.readings(point);
        Set<String> changed = before.changed(point.time(), readings);
        SeriesMemory after = before.with(point.time(), readings);
        states.memory().update(after);
        AlertEntity entity = turn.rules().entities().of(watch.series(), point.time());
        for (AlertRule rule : watch.rules()) {
            Subject subject = Subject.ofSeries(rule, entity, after.settledTo());
            if (watch.sumsHours(rule)) {
                long hour = turn.rules().time().startOfHour(point.time());
                if (hour < after.hoursTo() && changed.contains(rule.input().field())) {
                    correctHour(hour, subject, watch, turn);
                }
            } else if (point.time() > before.newest()) {
                keepSlot(rule, readings, turn);
                states.tracks()
                        .advance(subject, List.of(samples(subject, watch, turn).newest()), turn);
            } else if (!Collections.disjoint(SeriesWatch.fieldsOf(rule), changed)) {
                keepSlot(rule, readings, turn);
                recompute(subject, watch, after.newest(), turn);
            }
        }
    }

    private void keepSlot(AlertRule rule, Map<String, Reading> readings, Turn turn) throws Exception {
        Reading reading = readings.get(rule.input().field());
        if (rule.kind() == RuleKind.SURGE && reading != null) {
            states.put(rule.input().field(), reading, turn.rules().time());
        }
    }

    private void recompute(Subject subject, SeriesWatch watch, long when, Turn turn) throws Exception {
        long from = Math.max(subject.settledTo(), states.tracks().get(subject).from());
        List<Sample> samples = samples(subject, watch, turn).between(from, Long.MAX_VALUE);
        states.tracks().recompute(subject, samples, when, turn);
    }

    private void sumHours(SeriesWatch watch, Turn turn) throws Exception {
        SeriesMemory before = states.remembered();
        List<AlertRule> hourly = watch.hourly();
        if (hourly.isEmpty() || before.newest() == AlertMemory.NEVER) {
            return;
        }
        BusinessTime time = turn.rules().time();
        long last = time.startOfHour(before.seen());
        long to = turn.watermark() >= last + BusinessTime.HOUR - 1 ? last + BusinessTime.HOUR : last;
        if (to <= before.hoursTo()) {
            return;
        }
        long from = Math.max(before.hoursTo(), before.settledTo());
        for (AlertRule rule : hourly) {
            AlertEntity entity = turn.rules().entities().of(watch.series(), before.newest());
            Subject subject = Subject.ofSeries(rule, entity, before.settledTo());
            for (Reading hour : HourSums.of(before.readings(rule.input().field()), from, to, time)) {
                states.put(rule.input().field(), hour, time);
                states.memory().update(before.summedTo(hour.time() + BusinessTime.HOUR));
                states.tracks()
                        .advance(subject, List.of(samples(subject, watch, turn).newest()), turn);
            }
        }
        states.memory().update(before.summedTo(to));
    }

    private void correctHour(long hour, Subject subject, SeriesWatch watch, Turn turn) throws Exception {
        String field = subject.rule().input().field();
        SeriesMemory memory = states.remembered();
        BusinessTime time = turn.rules().time();
        for (Reading sum : HourSums.of(memory.readings(field), hour, hour + BusinessTime.HOUR, time)) {
            states.put(field, sum, time);
        }
        recompute(subject, watch, memory.hoursTo() - BusinessTime.HOUR, turn);
    }

    /**
     * Forgets what cannot be corrected any more.
     *
     * @return when to look again; the end of time when nothing is left that could be forgotten
     */
    long sweep(SeriesWatch watch, long now, Turn turn) throws Exception {
        SeriesMemory before = states.remembered();
        long settled = now - Keeping.millis(watch.series().measurement());
        if (settled > before.settledTo()) {
            AlertEntity entity = turn.rules().entities().of(watch.series(), settled);
            for (AlertRule rule : watch.rules()) {
                Subject subject = Subject.ofSeries(rule, entity, before.settledTo());
                long from = Math.max(
                        before.settledTo(), states.tracks().get(subject).from());
                List<Sample> leaving = samples(subject, watch, turn).between(from, settled);
                states.tracks().forget(subject, leaving, settled, turn);
            }
            states.memory().update(before.forget(settled, settled - watch.lookBack(), watch.fields()));
        }
        long slots = states.forgetSlots(now);
        boolean points =
                !states.remembered().readings().isEmpty() || !states.held().isEmpty();
        if (!points && slots == Long.MAX_VALUE && states.tracks().isEmpty()) {
            states.memory().clear();
        }
        return points || states.tracks().fade() ? now + 1 : slots;
    }

    /** Ends the alerts of rules that go, and lets rules that come begin after the newest point. */
    void change(String series, Turn turn, RegionRules next) throws Exception {
        SeriesWatch before = turn.rules().watch(series);
        SeriesMemory memory = states.remembered();
        AlertEntity entity = turn.rules().entities().of(before.series(), memory.seen());
        for (AlertRule rule : before.rules()) {
            if (!next.has(rule)) {
                states.tracks().end(Subject.ofSeries(rule, entity, memory.settledTo()), memory.newest(), turn);
            }
        }
        for (AlertRule rule : next.watch(series).rules()) {
            if (!turn.rules().has(rule) && !memory.readings().isEmpty()) {
                states.tracks().begin(Subject.ofSeries(rule, entity, memory.settledTo()), memory.newest() + 1);
            }
        }
    }

    private RuleSamples samples(Subject subject, SeriesWatch watch, Turn turn) throws Exception {
        return new RuleSamples(
                watch,
                subject.rule(),
                subject.entity().id(),
                states.remembered(),
                turn.rules().time(),
                states::history);
    }
}
