package org.tongcheng.alerts.operator;

import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.tongcheng.alerts.serial.WatchedTrackSerializer;
import org.tongcheng.alerts.watch.WatchedTrack;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.AlertTrack;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.IssuedAlert;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.plumbing.serial.CompactType;

/** The tracks of one key by rule and version, as they are kept; those that say nothing are not. */
final class Tracks {

    static final MapStateDescriptor<String, WatchedTrack> DESCRIPTOR = new MapStateDescriptor<>(
            "tracks", Types.STRING, new CompactType<>(WatchedTrack.class, WatchedTrackSerializer.INSTANCE));

    private final MapState<String, WatchedTrack> state;

    Tracks(MapState<String, WatchedTrack> state) {
        this.state = state;
    }

    /**
     * A rule and what it watches.
     *
     * @param key of the track: the key of the state tells the entity
     * @param settledTo nothing before is looked at, epoch milliseconds
     */
    record Subject(AlertRule rule, AlertEntity entity, String key, long settledTo) {

        static Subject ofSeries(AlertRule rule, AlertEntity entity, long settledTo) {
            return new Subject(rule, entity, rule.id() + "@" + rule.version(), settledTo);
        }

        /** Where one key has the tracks of several entities. */
        static Subject ofMember(AlertRule rule, AlertEntity entity, String id, long settledTo) {
            return new Subject(rule, entity, rule.id() + "@" + rule.version() + "/" + id, settledTo);
        }
    }

    WatchedTrack get(Subject subject) throws Exception {
        WatchedTrack kept = state.get(subject.key());
        return kept == null ? WatchedTrack.EMPTY : kept;
    }

    /** Whether there are some that say nothing once more of them is settled. */
    boolean fade() throws Exception {
        for (WatchedTrack kept : state.values()) {
            boolean open = kept.track().issued().stream().anyMatch(IssuedAlert::open);
            if (!open && kept.track().current().state() == AlertState.OK) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() throws Exception {
        return state.isEmpty();
    }

    /** Samples newer than all before, in order. */
    void advance(Subject subject, List<Sample> samples, Turn turn) throws Exception {
        WatchedTrack kept = get(subject);
        AlertTrack track = kept.track();
        for (Sample sample : samples) {
            AlertTrack.Moved moved =
                    track.advance(turn.machine(subject.rule(), subject.entity(), track.issued()), sample);
            turn.issue(subject.rule(), subject.entity(), moved.changes());
            track = moved.track();
        }
        put(subject, kept, track);
    }

    /**
     * All samples that are kept, after some in the past changed.
     *
     * @param when time of the newest one that was evaluated
     */
    void recompute(Subject subject, List<Sample> samples, long when, Turn turn) throws Exception {
        WatchedTrack kept = get(subject);
        AlertTrack.Moved moved = kept.track()
                .recompute(
                        turn.machine(
                                subject.rule(), subject.entity(), kept.track().issued()),
                        samples,
                        when);
        turn.issue(subject.rule(), subject.entity(), moved.changes());
        put(subject, kept, moved.track());
    }

    /** @param leaving samples between the last settled time and this one */
    void forget(Subject subject, List<Sample> leaving, long settled, Turn turn) throws Exception {
        WatchedTrack kept = get(subject);
        AlertTrack track = kept.track()
                .forget(
                        turn.machine(
                                subject.rule(), subject.entity(), kept.track().issued()),
                        leaving,
                        settled);
        put(new Subject(subject.rule(), subject.entity(), subject.key(), settled), kept, track);
    }

    /** The rule goes. */
    void end(Subject subject, long when, Turn turn) throws Exception {
        WatchedTrack kept = state.get(subject.key());
        if (kept != null) {
            turn.issue(subject.rule(), subject.entity(), kept.track().end(EndReason.RULE_CHANGED, when));
            state.remove(subject.key());
            clearIfEmpty();
        }
    }

    /** The rule comes, while older readings are kept. */
    void begin(Subject subject, long from) throws Exception {
        state.put(subject.key(), new WatchedTrack(from, AlertTrack.EMPTY));
    }

    private void put(Subject subject, WatchedTrack before, AlertTrack track) throws Exception {
        WatchedTrack after = before.with(track);
        if (!after.isEmpty(subject.settledTo())) {
            if (!track.equals(before.track())) {
                state.put(subject.key(), after);
            }
        } else if (!before.equals(WatchedTrack.EMPTY)) {
            state.remove(subject.key());
            clearIfEmpty();
        }
    }

    /** An emptied map would itself stay in the heap backend, one per key. */
    private void clearIfEmpty() throws Exception {
        if (state.isEmpty()) {
            state.clear();
        }
    }
}
