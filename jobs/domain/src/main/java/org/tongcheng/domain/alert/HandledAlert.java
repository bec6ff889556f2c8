package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the outside sees it: what the values say of it, and what staff did about it. Both make records of the topic
 * {@code alerts}, so the numbers of those are given here and those of the values' own changes are not looked at.
 *
 * @param last what was last issued, with its handling; its sequence is the alert's last
 * @param toldAt event time up to which the values have been told; never goes back
 * @param firedAt when it last turned to firing from another state; {@link AlertMemory#NEVER} if it never did
 */
public record HandledAlert(AlertTransition last, long toldAt, long firedAt) implements Serializable {

    /**
     * What became of an action: exactly one of the two is there.
     *
     * @param alert after it, with what is to be issued as its last
     * @param rejection why it was not applied
     */
    public record Acted(
            @Nullable HandledAlert alert, @Nullable ActionRejection rejection) {}

    /**
     * Takes what the values say next; the first of an alert has the sequence 0.
     *
     * @param before null when nothing was issued yet
     */
    public static HandledAlert after(@Nullable HandledAlert before, AlertTransition said) {
        boolean firing = said.state() == AlertState.FIRING;
        if (before == null) {
            return new HandledAlert(
                    said.numbered(0, said.at()).with(null), said.at(), firing ? said.at() : AlertMemory.NEVER);
        }
        long told = Math.max(before.toldAt, said.at());
        boolean fired = firing && before.last.state() != AlertState.FIRING;
        long firedAt = fired ? told : before.firedAt;
        AlertHandling handling = before.last.handling();
        AlertHandling now = handling == null || !fired ? handling : refired(handling, firedAt);
        return new HandledAlert(
                said.numbered(before.last.sequence() + 1, said.at()).with(now), told, firedAt);
    }

    /**
     * Takes an action. What is issued then stands as it stood, dated by the action, but not before what was issued last.
     *
     * @param before null when there is no such alert
     */
    public static Acted act(@Nullable HandledAlert before, AlertAction action) {
        if (before == null) {
            return new Acted(null, ActionRejection.UNKNOWN_ALERT);
        }
        AlertTransition last = before.last;
        AlertHandling known = last.handling();
        ActionOutcome outcome =
                AlertHandling.apply(known == null ? AlertHandling.fresh(last.onset()) : known, last.state(), action);
        AlertHandling handling = outcome.handling();
        if (handling == null) {
            return new Acted(null, outcome.rejection());
        }
        boolean firing = last.state() == AlertState.FIRING;
        AlertHandling now = firing ? refired(handling, before.firedAt) : handling;
        AlertTransition issued = last.numbered(last.sequence() + 1, Math.max(last.at(), action.at()))
                .with(now);
        return new Acted(new HandledAlert(issued, before.toldAt, before.firedAt), null);
    }

    /**
     * The steps from what was told before to this, if any: none when it goes on as it did.
     *
     * @param before null when nothing was issued yet
     */
    public List<ActiveStep> stepsFrom(@Nullable HandledAlert before) {
        AlertTransition former = before == null || !before.open() ? null : before.last;
        if (former != null && open() && former.severity() == last.severity()) {
            return List.of();
        }
        List<ActiveStep> steps = new ArrayList<>();
        if (former != null) {
            steps.add(ActiveStep.of(former, toldAt, -1));
        }
        if (open()) {
            steps.add(ActiveStep.of(last, toldAt, 1));
        }
        return steps;
    }

    public boolean open() {
        return last.state().open();
    }

    /** What was rectified before it fired is open once more. */
    private static AlertHandling refired(AlertHandling handling, long firedAt) {
        Long rectifiedAt = handling.rectifiedAt();
        return rectifiedAt != null && rectifiedAt < firedAt ? handling.firedAgain() : handling;
    }
}
