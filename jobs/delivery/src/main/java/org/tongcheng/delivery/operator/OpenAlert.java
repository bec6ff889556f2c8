package org.tongcheng.delivery.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongcheng.delivery.alertmanager.AlertPost;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.Severity;

/**
 * An alert that Alertmanager knows of or has to know of. Severity is a label, so that a change of it is told; to
 * Alertmanager that makes it another alert, and the one before has to be ended in the same post.
 *
 * @param labels all but the severity: the same as long as the alert lives
 * @param annotations of the last transition that was worth telling
 * @param severity the one to be told
 * @param posted severities under which Alertmanager may hold it for firing: each that was tried since the last answer
 * @param startsAt when Alertmanager first took it, epoch milliseconds; {@link #NOT_TAKEN} before
 * @param end event time, epoch milliseconds; {@link #FIRING} until it ends
 * @param sequence of the last transition that is accounted for
 * @param at event time of that transition, epoch milliseconds
 * @param news whether there is something to tell that Alertmanager has not taken yet
 * @param dueAt processing time of its timer, epoch milliseconds; {@link #NO_TIMER} where there is none
 * @param endTakenAt processing time at which Alertmanager took its end, epoch milliseconds; {@link #NOT_ENDED} before
 */
public record OpenAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        Severity severity,
        Set<Severity> posted,
        long startsAt,
        long end,
        int sequence,
        long at,
        boolean news,
        long dueAt,
        long endTakenAt) {

    public static final long NOT_TAKEN = Long.MIN_VALUE;
    public static final long FIRING = Long.MAX_VALUE;
    public static final long NO_TIMER = 0;
    public static final long NOT_ENDED = 0;

    static OpenAlert raised(Map<String, String> labels, Map<String, String> annotations, AlertTransition by) {
        return new OpenAlert(
                labels,
                annotations,
                by.severity(),
                Set.of(),
                NOT_TAKEN,
                FIRING,
                by.sequence(),
                by.at(),
                true,
                NO_TIMER,
                NOT_ENDED);
    }

    boolean ended() {
        return end != FIRING;
    }

    /** Whether it is over before Alertmanager can have heard of it. */
    boolean vanished() {
        return ended() && posted.isEmpty();
    }

    /**
     * Whether a transition is accounted for. Sequences go up and times do not go back; one with a later time and a lower
     * sequence is of alerts that are issued anew, from 0, by a job that began without its state.
     */
    boolean accountsFor(AlertTransition transition) {
        return transition.sequence() <= sequence && transition.at() <= at;
    }

    /** Fires, under the transition's severity from now on. */
    OpenAlert told(Map<String, String> nextAnnotations, AlertTransition by) {
        return new OpenAlert(
                labels,
                nextAnnotations,
                by.severity(),
                posted,
                startsAt,
                FIRING,
                by.sequence(),
                by.at(),
                true,
                dueAt,
                NOT_ENDED);
    }

    OpenAlert endedBy(Map<String, String> nextAnnotations, AlertTransition by) {
        return new OpenAlert(
                labels,
                nextAnnotations,
                severity,
                posted,
                startsAt,
                by.at(),
                by.sequence(),
                by.at(),
                true,
                dueAt,
                NOT_ENDED);
    }

    /** A transition that is not worth telling has gone by. */
    OpenAlert passed(AlertTransition by) {
        return new OpenAlert(
                labels, annotations, severity, posted, startsAt, end, by.sequence(), by.at(), news, dueAt, endTakenAt);
    }

    OpenAlert withTimer(long time) {
        return copy(posted, startsAt, news, time, endTakenAt);
    }

    /** It is not known what Alertmanager has taken. */
    OpenAlert tried() {
        Set<Severity> maybe = new TreeSet<>(posted);
        if (!ended()) {
            maybe.add(severity);
        }
        return copy(maybe, startsAt, news, dueAt, endTakenAt);
    }

    /** Alertmanager holds this severity for firing, or for ended, and no other. */
    OpenAlert taken(long now) {
        return copy(
                EnumSet.of(severity), startsAt == NOT_TAKEN ? now : startsAt, false, dueAt, ended() ? now : NOT_ENDED);
    }

    /** Whether Alertmanager took its end; until it has told of it, a restart of Alertmanager would lose it. */
    boolean endTaken() {
        return endTakenAt != NOT_ENDED;
    }

    private OpenAlert copy(Set<Severity> maybe, long since, boolean more, long timer, long taken) {
        return new OpenAlert(labels, annotations, severity, maybe, since, end, sequence, at, more, timer, taken);
    }

    /**
     * What Alertmanager has to hear, the ends first.
     *
     * @param now processing time, epoch milliseconds
     * @param leaseMillis how long it takes the alert for firing if it hears no more of it
     */
    List<AlertPost> posts(long now, long leaseMillis) {
        long since = startsAt == NOT_TAKEN ? now : startsAt;
        long over = Math.max(since, Math.min(end, now));
        Severity last = ended() && !posted.isEmpty() && !posted.contains(severity) ? Collections.max(posted) : severity;
        List<AlertPost> posts = new ArrayList<>();
        for (Severity before : new TreeSet<>(posted)) {
            if (before != last) {
                posts.add(new AlertPost(with(before), AlertNotes.superseded(annotations, last), since, over));
            }
        }
        posts.add(new AlertPost(with(last), annotations, since, ended() ? over : now + leaseMillis));
        return posts;
    }

    private Map<String, String> with(Severity told) {
        Map<String, String> all = new HashMap<>(labels);
        all.put("severity", told.wireName());
        return all;
    }
}
