package org.tongcheng.alerts.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongcheng.alerts.operator.Tracks.Subject;
import org.tongcheng.alerts.watch.GroupTime;
import org.tongcheng.alerts.watch.GroupWatch;
import org.tongcheng.alerts.watch.RegionRules;
import org.tongcheng.alerts.watch.Watched;
import org.tongcheng.alerts.watch.Watched.Pace;
import org.tongcheng.domain.alert.AlertMemory;

/**
 * What another region means for the present key of {@link WatchGroups}: the alerts of rules that go, and of entities that
 * are expected no more, end; those that come begin after all that was judged. What was silent before is silent still.
 */
record GroupChange(GroupStates states, GroupEvaluation evaluation) {

    void apply(String key, Turn turn, RegionRules next) throws Exception {
        Map<String, Watched> before = all(turn.rules().groups(key), turn);
        Map<String, Watched> after = all(next.groups(key), turn);
        for (Watched gone : before.values()) {
            Subject subject = evaluation.subject(gone, turn);
            if (!next.has(gone.rule()) || !after.containsKey(subject.key())) {
                states.tracks().end(subject, judgedTo(gone, turn), turn);
                states.judged().remove(subject.key());
            }
        }
        for (Watched come : after.values()) {
            Subject subject = evaluation.subject(come, turn);
            if (!turn.rules().has(come.rule()) || !before.containsKey(subject.key())) {
                long judged = judgedTo(come, turn);
                states.tracks().begin(subject, judged + 1);
                if (come.pace() == Pace.PARTS) {
                    states.judged().put(subject.key(), judged);
                }
            }
        }
    }

    private Map<String, Watched> all(GroupWatch watch, Turn turn) throws Exception {
        Map<String, Watched> all = new LinkedHashMap<>();
        for (String measurement : states.measurements()) {
            for (Watched watched : evaluation.all(measurement, watch)) {
                all.put(evaluation.subject(watched, turn).key(), watched);
            }
        }
        return all;
    }

    private long judgedTo(Watched watched, Turn turn) throws Exception {
        GroupTime time = states.time(watched.rule().input().measurement());
        long judged = evaluation.judgedTo(watched, turn);
        return Math.max(judged == AlertMemory.NEVER ? time.latest() : judged, time.newest());
    }
}
