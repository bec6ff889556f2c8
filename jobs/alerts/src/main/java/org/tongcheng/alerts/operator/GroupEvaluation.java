package org.tongcheng.alerts.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tongcheng.alerts.operator.Tracks.Subject;
import org.tongcheng.alerts.watch.GroupMember;
import org.tongcheng.alerts.watch.GroupTime;
import org.tongcheng.alerts.watch.GroupWatch;
import org.tongcheng.alerts.watch.JointWatch;
import org.tongcheng.alerts.watch.Keeping;
import org.tongcheng.alerts.watch.Points;
import org.tongcheng.alerts.watch.Series;
import org.tongcheng.alerts.watch.SeriesMemory;
import org.tongcheng.alerts.watch.Watched;
import org.tongcheng.alerts.watch.Watched.Pace;
import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.result.Result;

/**
 * Brings the points of the present key to its rules: {@link WatchGroups} says when. What is later than all that was
 * judged waits for {@link #advance}; what is not changes the past, and is judged again at once.
 */
final class GroupEvaluation {

    private final GroupStates states;
    private final boolean live;

    /** @param live whether every feed is expected, and joint rules tell of those who have reported, before all have */
    GroupEvaluation(GroupStates states, boolean live) {
        this.states = states;
        this.live = live;
    }

    /** Takes in a point; its values too if it need not wait for parts. */
    void come(Result point, GroupWatch watch, Turn turn) throws Exception {
        Series series = Series.of(point);
        String id = turn.rules().entities().of(series, point.time()).id();
        Map<String, Reading> readings = watch.heard(point);
        Map<String, Reading> values = watch.values(point, id);
        if (values.isEmpty() || Points.complete(point) || waited(point, turn)) {
            states.release(point);
            readings.putAll(values);
        } else {
            states.hold(point);
        }
        take(point, series, id, readings, watch, turn);
    }

    /** Takes in the values that have waited long enough. */
    void release(GroupWatch watch, Turn turn) throws Exception {
        for (Result point : states.allHeld()) {
            if (waited(point, turn)) {
                states.release(point);
                Series series = Series.of(point);
                String id = turn.rules().entities().of(series, point.time()).id();
                take(point, series, id, watch.values(point, id), watch, turn);
            }
        }
    }

    private static boolean waited(Result point, Turn turn) {
        return point.time() + Points.PARTS_WAIT <= turn.watermark();
    }

    private void take(
            Result point, Series series, String id, Map<String, Reading> readings, GroupWatch watch, Turn turn)
            throws Exception {
        SeriesMemory before = states.member(point.measurement(), id).memory();
        Set<String> changed = before.changed(point.time(), readings);
        List<Watched> appended = new ArrayList<>();
        List<Watched> corrected = new ArrayList<>();
        for (Watched watched : watch.decidedBy(series, id, live)) {
            boolean decided = !Collections.disjoint(watched.reads(point.measurement(), id), changed);
            if (decided && point.time() <= judgedTo(watched, turn)) {
                boolean last = samples(watched, point.time(), judgedTo(watched, turn), turn)
                        .isEmpty();
                (last ? appended : corrected).add(watched);
            }
        }
        SeriesMemory after = before.with(point.time(), readings);
        states.put(point.measurement(), id, new GroupMember(point.series(), after));
        for (Watched watched : appended) {
            List<Sample> samples = samples(watched, point.time(), judgedTo(watched, turn), turn);
            states.tracks().advance(subject(watched, turn), samples, turn);
        }
        for (Watched watched : corrected) {
            Subject subject = subject(watched, turn);
            List<Sample> samples = samples(watched, subject.settledTo(), judgedTo(watched, turn), turn);
            states.tracks().recompute(subject, samples, judgedTo(watched, turn), turn);
        }
    }

    /** Judges what the watermark has passed, up to the newest point, and joint rules whose parts are there. */
    void advance(GroupWatch watch, Turn turn) throws Exception {
        for (String measurement : states.measurements()) {
            GroupTime time = states.time(measurement);
            long now = Math.min(turn.watermark(), time.newest());
            if (now > time.silentTo()) {
                judge(silences(measurement, watch), time.silentTo(), now, turn);
            }
            if (now > time.judgedTo()) {
                judge(of(measurement, watch, one -> one.pace() == Pace.EVENTS), time.judgedTo(), now, turn);
                states.times().put(measurement, time.judged(now));
            }
        }
        for (Watched watched : watch.groups()) {
            if (watched instanceof JointWatch joint) {
                join(joint, turn);
            }
        }
    }

    /** Judges silence as the clock asks. */
    void listen(String measurement, GroupWatch watch, long now, Turn turn) throws Exception {
        GroupTime time = states.time(measurement);
        if (now > time.silentTo()) {
            judge(silences(measurement, watch), time.silentTo(), now, turn);
            states.times().put(measurement, time.silentUpTo(now));
        }
    }

    private void judge(List<Watched> all, long before, long now, Turn turn) throws Exception {
        for (Watched watched : all) {
            List<Sample> samples = samples(watched, before + 1, now, turn);
            if (!samples.isEmpty()) {
                states.tracks().advance(subject(watched, turn), samples, turn);
            }
        }
    }

    private void join(JointWatch joint, Turn turn) throws Exception {
        Subject subject = subject(joint, turn);
        long before = states.judgedTo(subject);
        Watched.View view = view(joint, subject, turn);
        long ready = joint.readyTo(before, turn.watermark(), heldFrom(joint, before, turn), view);
        if (live) {
            AlertMemory present = states.tracks().get(subject).track().current();
            ready = joint.urgentTo(ready, present.severity(), view);
        }
        if (ready > before) {
            judge(List.of(joint), before, ready, turn);
            states.judged().put(subject.key(), ready);
        }
    }

    /** The earliest time at which a member waits for its parts; the end of time when none does. */
    private long heldFrom(JointWatch joint, long after, Turn turn) throws Exception {
        long from = Long.MAX_VALUE;
        for (Result point : states.allHeld()) {
            String id =
                    turn.rules().entities().of(Series.of(point), point.time()).id();
            if (point.time() > after && !joint.reads(point.measurement(), id).isEmpty()) {
                from = Math.min(from, point.time());
            }
        }
        return from;
    }

    /** Forgets what cannot be corrected any more. */
    void sweep(GroupWatch watch, long now, Turn turn) throws Exception {
        for (String measurement : states.measurements()) {
            GroupTime time = states.time(measurement);
            long settled = Math.min(now - Keeping.millis(measurement), time.judgedTo());
            if (settled > time.settledTo()) {
                for (Watched watched : all(measurement, watch)) {
                    settle(watched, settled, turn);
                }
                for (Map.Entry<String, GroupMember> member :
                        states.membersOf(measurement).entrySet()) {
                    Set<String> fields = watch.fields(measurement, member.getKey());
                    SeriesMemory kept =
                            member.getValue().memory().forgetAllButLast(settled, settled - watch.lookBack(), fields);
                    states.put(
                            measurement,
                            member.getKey(),
                            new GroupMember(member.getValue().series(), kept));
                }
                states.times().put(measurement, time.settled(settled));
            }
        }
        states.clearIfEmpty();
    }

    private void settle(Watched watched, long settled, Turn turn) throws Exception {
        Subject subject = subject(watched, turn);
        boolean silent = watched.pace() == Pace.SILENCE;
        if (!silent || !states.tracks().get(subject).track().isEmpty()) {
            List<Sample> leaving = samples(watched, subject.settledTo(), settled - 1, turn);
            states.tracks().forget(subject, leaving, settled, turn);
        }
    }

    private List<Watched> silences(String measurement, GroupWatch watch) throws Exception {
        return watch.silences(measurement, states.heard(measurement), live);
    }

    List<Watched> all(String measurement, GroupWatch watch) throws Exception {
        List<Watched> all = new ArrayList<>(silences(measurement, watch));
        all.addAll(of(measurement, watch, one -> true));
        return all;
    }

    private static List<Watched> of(String measurement, GroupWatch watch, Predicate<Watched> wanted) {
        return watch.groups().stream()
                .filter(one -> one.rule().input().measurement().equals(measurement) && wanted.test(one))
                .toList();
    }

    /** Of the kept times from one on, to another. */
    private List<Sample> samples(Watched watched, long from, long to, Turn turn) throws Exception {
        Subject subject = subject(watched, turn);
        Watched.View view = view(watched, subject, turn);
        return watched.between(Math.max(from, view.begun()), to, view);
    }

    private Watched.View view(Watched watched, Subject subject, Turn turn) throws Exception {
        GroupTime time = states.time(watched.rule().input().measurement());
        return new Watched.View(
                states::member,
                time,
                states.tracks().get(subject).from(),
                turn.rules().time());
    }

    long judgedTo(Watched watched, Turn turn) throws Exception {
        GroupTime time = states.time(watched.rule().input().measurement());
        return switch (watched.pace()) {
            case SILENCE -> time.silentTo();
            case EVENTS -> time.judgedTo();
            case PARTS -> states.judgedTo(subject(watched, turn));
        };
    }

    Subject subject(Watched watched, Turn turn) throws Exception {
        GroupTime time = states.time(watched.rule().input().measurement());
        return Subject.ofMember(
                watched.rule(), watched.entity(turn.rules().entities(), time.latest()), watched.id(), time.settledTo());
    }
}
