package org.tongcheng.alerts.cards;

import java.util.List;
import org.tongcheng.domain.alert.AlertMachine;
import org.tongcheng.domain.alert.AlertMemory;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertTrack;
import org.tongcheng.domain.alert.IssuedAlert;
import org.tongcheng.domain.alert.IssuedChange;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.time.BusinessTime;

/**
 * A card under a rule, with the rule as it was, since its alert ends under it when it changes.
 *
 * @param track of nothing but the alert that goes on, if any: what has been judged is not judged again
 */
public record CardTrack(AlertRule rule, AlertTrack track) {

    /** A track and the changes to issue. */
    record Moved(CardTrack track, List<IssuedChange> changes) {}

    static CardTrack of(AlertRule rule) {
        return new CardTrack(rule, AlertTrack.EMPTY);
    }

    Moved advance(Sample sample, BusinessTime time) {
        AlertTrack.Moved moved = track.advance(new AlertMachine(rule, time, List.of()), sample);
        AlertTrack after = moved.track();
        List<IssuedAlert> open =
                after.issued().stream().filter(IssuedAlert::open).toList();
        AlertTrack kept = new AlertTrack(AlertMemory.QUIET, after.current(), open);
        return new Moved(new CardTrack(rule, kept), moved.changes());
    }
}
