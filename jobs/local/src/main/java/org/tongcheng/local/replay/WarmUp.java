package org.tongcheng.local.replay;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.alert.SlotHistory;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.reference.Rules;

/** How far back the state reaches that results of a moment depend on. */
final class WarmUp {

    /** Ids and cards for as long as taps may be late, and the service date that has begun. */
    private static final Duration CARDS = Feed.TRANSIT_TAPS.lateness().plusDays(1);

    /** Corrections, and the month to date, which is shorter. */
    private static final Duration OBSERVATIONS =
            Feed.AIR_OBSERVATIONS.lateness().plusDays(1);

    private WarmUp() {}

    /** Of a feed, by the rules in force: weeks of taps where one asks for what is usual. */
    static Duration of(Feed feed, Rules rules) {
        if (feed != Feed.TRANSIT_TAPS) {
            return OBSERVATIONS;
        }
        boolean usual =
                rules.valid().stream().filter(AlertRule::enabled).anyMatch(rule -> rule.kind() == RuleKind.SURGE);
        return usual ? CARDS.plus(SlotHistory.WEEKS * 7L, ChronoUnit.DAYS) : CARDS;
    }
}
