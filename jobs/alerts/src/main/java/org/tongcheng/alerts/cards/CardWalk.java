package org.tongcheng.alerts.cards;

import java.io.Serializable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.CardPlace;
import org.tongcheng.domain.alert.CardSpeed;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.IssuedChange;
import org.tongcheng.domain.alert.Sample;

/** Goes with a card from place to place and judges each step. */
record CardWalk(CardAlerts alerts) implements Serializable {

    /**
     * From the last place, if there is one, to the next. After too long a pause nothing can be told of the step.
     *
     * @param token of the card
     */
    void step(
            CardRules rules,
            OpenTracks tracks,
            String token,
            @Nullable CardPlace last,
            CardPlace next,
            Consumer<AlertTransition> out)
            throws Exception {
        if (last == null) {
            return;
        }
        if (next.time() - last.time() > keptMillis(rules, tracks)) {
            expire(rules, tracks, token, last, out);
        } else {
            judge(rules, tracks, token, last, next, out);
        }
    }

    /** How long a place is remembered. */
    long keptMillis(CardRules rules, OpenTracks tracks) throws Exception {
        return tracks.isEmpty() ? rules.reachMillis() : WatchCards.KEPT_MILLIS;
    }

    /** Ends what goes on: nothing more was seen of the card. */
    void expire(CardRules rules, OpenTracks tracks, String token, CardPlace last, Consumer<AlertTransition> out)
            throws Exception {
        for (CardTrack track : tracks.all()) {
            EndReason reason = rules.has(track.rule()) ? EndReason.EXPIRED : EndReason.RULE_CHANGED;
            alerts.end(rules, track, token, reason, last.time() + WatchCards.KEPT_MILLIS)
                    .forEach(out);
        }
        tracks.clear();
    }

    private void judge(
            CardRules rules,
            OpenTracks tracks,
            String token,
            CardPlace from,
            CardPlace to,
            Consumer<AlertTransition> out)
            throws Exception {
        for (AlertRule rule : rules.rules()) {
            Sample sample = CardSpeed.between(rule, token, from, to);
            CardTrack track = tracks.get(rule.id());
            if (track != null && !track.rule().equals(rule)) {
                // A restart brought another first bundle.
                alerts.end(rules, track, token, EndReason.RULE_CHANGED, to.time())
                        .forEach(out);
                tracks.remove(rule.id());
                track = null;
            }
            CardTrack.Moved moved = (track == null ? CardTrack.of(rule) : track).advance(sample, rules.time());
            for (IssuedChange change : moved.changes()) {
                out.accept(alerts.transition(rules, rule, token, change));
            }
            if (!moved.track().track().isEmpty()) {
                tracks.put(rule.id(), moved.track());
            } else if (track != null) {
                tracks.remove(rule.id());
            }
        }
    }
}
