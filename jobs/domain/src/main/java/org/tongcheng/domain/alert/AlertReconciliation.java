package org.tongcheng.domain.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to issue so that the alerts of one rule and entity say what corrected data say.
 *
 * <p>An episode belongs to the issued alert of the same onset, else to one that it overlaps, an open one rather than an
 * ended one; that alert keeps its identity and gets the changes that it has not told yet. An episode without an alert is
 * issued as a new one, as it stands now. An alert without an episode is retracted when no episode overlaps it; else
 * another alert stands in its place, and it ends as merged. At no time are two alerts open.
 *
 * @param issued by onset
 * @param changes to issue; those of alerts that end come first
 */
public record AlertReconciliation(List<IssuedAlert> issued, List<IssuedChange> changes) {

    /**
     * @param issued all alerts whose episodes could be among the recomputed ones, retracted ones included
     * @param episodes recomputed from all samples that are kept, in order
     * @param when event time to date what is corrected in the past, not before the newest sample; epoch milliseconds
     */
    public static AlertReconciliation of(List<IssuedAlert> issued, List<AlertEpisode> episodes, long when) {
        List<AlertEpisode> unowned = new ArrayList<>();
        Map<Long, AlertEpisode> owned = share(issued, episodes, unowned);
        List<IssuedAlert> kept = new ArrayList<>();
        List<IssuedChange> ends = new ArrayList<>();
        List<IssuedChange> others = new ArrayList<>();
        for (IssuedAlert alert : issued) {
            AlertEpisode episode = owned.get(alert.onset());
            if (episode == null) {
                kept.add(withoutEpisode(alert, episodes, when, ends));
            } else {
                kept.add(brought(alert, episode, when, episode.open() ? others : ends));
            }
        }
        for (AlertEpisode episode : unowned) {
            IssuedAlert unissued = IssuedAlert.unissued(episode);
            kept.add(issue(unissued, episode.last(), episode.open() ? others : ends)
                    .standingOn(episode));
        }
        kept.sort(Comparator.comparingLong(IssuedAlert::onset));
        ends.addAll(others);
        return new AlertReconciliation(List.copyOf(kept), List.copyOf(ends));
    }

    /**
     * Shares out the episodes.
     *
     * @param unowned receives those that no issued alert stands for
     * @return the others, by the onset of their alert
     */
    private static Map<Long, AlertEpisode> share(
            List<IssuedAlert> issued, List<AlertEpisode> episodes, List<AlertEpisode> unowned) {
        Map<Long, AlertEpisode> owned = new HashMap<>();
        List<AlertEpisode> moved = new ArrayList<>();
        for (AlertEpisode episode : episodes) {
            if (issued.stream().anyMatch(alert -> alert.onset() == episode.onset())) {
                owned.put(episode.onset(), episode);
            } else {
                moved.add(episode);
            }
        }
        for (AlertEpisode episode : moved) {
            IssuedAlert owner = overlapping(episode, issued, owned);
            if (owner == null) {
                unowned.add(episode);
            } else {
                owned.put(owner.onset(), episode);
            }
        }
        return owned;
    }

    private static @Nullable IssuedAlert overlapping(
            AlertEpisode episode, List<IssuedAlert> issued, Map<Long, AlertEpisode> owned) {
        IssuedAlert found = null;
        for (IssuedAlert alert : issued) {
            boolean free = alert.ground() == Ground.OWN && alert.overlaps(episode) && !owned.containsKey(alert.onset());
            if (free && (found == null || (episode.open() && alert.open()))) {
                found = alert;
            }
        }
        return found;
    }

    private static IssuedAlert withoutEpisode(
            IssuedAlert alert, List<AlertEpisode> episodes, long when, List<IssuedChange> changes) {
        if (alert.ground() == Ground.NONE || alert.ground() == Ground.SETTLED) {
            return alert;
        }
        for (AlertEpisode episode : episodes) {
            if (alert.overlaps(episode)) {
                IssuedAlert sharing = alert.sharing(episode, when);
                return alert.endReason() == EndReason.MERGED
                        ? sharing
                        : issue(sharing, ended(alert, AlertState.RESOLVED, when, EndReason.MERGED), changes);
            }
        }
        return issue(alert, ended(alert, AlertState.RETRACTED, when, EndReason.DATA_CORRECTED), changes)
                .standingOn(Ground.NONE);
    }

    private static AlertChange ended(IssuedAlert alert, AlertState state, long when, EndReason reason) {
        return AlertChange.undecided(state, alert.severity(), when, reason);
    }

    /**
     * Tells what an alert has not told yet of its episode; of one that has ended twice, only the end. Where nothing but the
     * beginning moved, the alert is told once more as it stands.
     */
    private static IssuedAlert brought(IssuedAlert alert, AlertEpisode episode, long when, List<IssuedChange> changes) {
        IssuedAlert after = alert.standingOn(episode);
        for (AlertChange change : untold(alert, episode, when)) {
            if (!after.shows(change)) {
                after = issue(after, change, changes);
            }
        }
        boolean moved = after.from() != alert.from() && after.sequence() == alert.sequence();
        return moved ? issue(after, episode.last().againAt(when, alert.endReason()), changes) : after;
    }

    private static List<AlertChange> untold(IssuedAlert alert, AlertEpisode episode, long when) {
        if (episode.last().at() <= alert.upTo()) {
            return List.of(episode.last().correctedAt(when));
        }
        if (!alert.open() && !episode.open()) {
            return List.of(episode.last());
        }
        return episode.changes().stream()
                .filter(change -> change.at() > alert.upTo())
                .toList();
    }

    private static IssuedAlert issue(IssuedAlert alert, AlertChange change, List<IssuedChange> changes) {
        IssuedAlert after = alert.after(change);
        changes.add(after.issued(change));
        return after;
    }
}
