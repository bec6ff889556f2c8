package org.tongcheng.alerts.cards;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.IssuedAlert;
import org.tongcheng.domain.alert.IssuedChange;
import org.tongcheng.domain.alert.JointCover;
import org.tongcheng.domain.feed.TokenText;

/**
 * Writes the alerts of cards. A card has no name but its token, and belongs to no single city.
 *
 * @param keyVersion of the tokens' text
 */
record CardAlerts(int keyVersion) implements Serializable {

    String token(Tuple2<Long, Long> key) {
        return TokenText.of(key.f0, key.f1, keyVersion);
    }

    AlertTransition transition(CardRules rules, AlertRule rule, String token, IssuedChange change) {
        AlertEntity entity = new AlertEntity(EntityKind.TOKEN, token, token, token, "");
        return AlertTransition.of(rule, entity, JointCover.NONE, change, rules.rendering());
    }

    /**
     * Ends what is open, under the rule as it was.
     *
     * @param when epoch milliseconds, unless something later was told; the end of time says nothing
     */
    List<AlertTransition> end(CardRules rules, CardTrack track, String token, EndReason reason, long when) {
        long told = track.track().issued().stream()
                .mapToLong(IssuedAlert::upTo)
                .max()
                .orElse(when);
        return track.track().end(reason, when == Long.MAX_VALUE ? told : Math.max(when, told)).stream()
                .map(change -> transition(rules, track.rule(), token, change))
                .toList();
    }
}
