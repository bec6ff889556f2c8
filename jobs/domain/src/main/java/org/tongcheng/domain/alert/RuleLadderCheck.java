package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Tells what is wrong with a rule's ladder or tiers. */
final class RuleLadderCheck {

    private final AlertRule rule;
    private final Direction direction;
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleLadderCheck(AlertRule rule) {
        this.rule = rule;
        this.direction = rule.kind().ladderDirection(rule.direction());
    }

    static List<RuleProblem> problems(AlertRule rule) {
        RuleLadderCheck check = new RuleLadderCheck(rule);
        if (rule.kind().tiered()) {
            check.refuse(!rule.ladder().isEmpty(), "ladder", "this kind has tiers instead");
            check.tiers();
        } else {
            check.refuse(!rule.tiers().isEmpty(), "tiers", "this kind has a ladder instead");
            check.ladder();
        }
        return check.problems;
    }

    private void ladder() {
        refuse(rule.ladder().isEmpty(), "ladder", "has no severity");
        Rung below = null;
        for (Rung rung : rule.ladder()) {
            String field = "ladder." + rung.severity().wireName();
            refuse(
                    worse(rung.clear(), rung.raise()),
                    field + ".clear",
                    plain(rung.clear()) + " is " + (direction.upward() ? "above" : "below") + " its raise threshold "
                            + plain(rung.raise()));
            refuse(
                    rule.kind().counts()
                            && !(RuleCheck.wholeFromOne(rung.raise()) && RuleCheck.wholeFromOne(rung.clear())),
                    field,
                    "this kind counts, so its thresholds are whole numbers of at least 1");
            if (below != null) {
                climbs(field, below, rung);
            }
            below = rung;
        }
    }

    private void climbs(String field, Rung below, Rung rung) {
        String name = below.severity().wireName();
        refuse(
                rung.severity().compareTo(below.severity()) <= 0,
                field,
                "does not come after " + name + "; the ladder goes from blue to red");
        refuse(
                !worse(rung.raise(), below.raise()),
                field + ".raise",
                plain(rung.raise()) + " is not beyond that of " + name + ", " + plain(below.raise()));
        refuse(
                worse(below.clear(), rung.clear()),
                field + ".clear",
                plain(rung.clear()) + " is short of that of " + name + ", " + plain(below.clear()));
    }

    private void tiers() {
        refuse(rule.tiers().isEmpty(), "tiers", "has no severity");
        for (DurationTier tier : rule.tiers()) {
            String field = "tiers." + tier.severity().wireName();
            refuse(tier.limits().isEmpty(), field, "has no limit");
            for (DurationLimit limit : tier.limits()) {
                refuse(limit.hours() < 1, field + ".hours", limit.hours() + " is less than 1");
                refuse(
                        limit.hours() > DurationSamples.MOST_HOURS,
                        field + ".hours",
                        limit.hours() + " is more than the " + DurationSamples.MOST_HOURS + " that are kept");
                refuse(
                        !DurationSamples.divides(rule, limit),
                        field + ".hours",
                        limit.hours() + " cannot be divided by the rule's period_minutes and mean_hours");
            }
        }
    }

    private boolean worse(BigDecimal left, BigDecimal right) {
        return direction.upward() ? left.compareTo(right) > 0 : left.compareTo(right) < 0;
    }

    private void refuse(boolean wrong, String field, String reason) {
        if (wrong) {
            problems.add(new RuleProblem(field, reason));
        }
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
