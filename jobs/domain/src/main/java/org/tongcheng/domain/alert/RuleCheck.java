package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells everything that is wrong with a rule, so that it can be mended at one go. */
public final class RuleCheck {

    private static final int HOURS_OF_DAY = 24;
    private static final String NAME = "[a-z0-9][a-z0-9_-]{0,63}";

    private final AlertRule rule;
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleCheck(AlertRule rule) {
        this.rule = rule;
    }

    /**
     * @return empty when the rule may run
     */
    public static List<RuleProblem> problems(AlertRule rule) {
        RuleCheck check = new RuleCheck(rule);
        check.names();
        check.problems.addAll(RuleInputCheck.problems(rule));
        check.times();
        check.problems.addAll(RuleLadderCheck.problems(rule));
        check.settings();
        check.groups();
        check.texts();
        return List.copyOf(check.problems);
    }

    private void names() {
        refuse(
                !rule.id().matches(NAME),
                "id",
                "'" + rule.id() + "' is not of lower-case letters, digits, - and _, 64 at most");
        refuse(
                !rule.family().equals(rule.id()) && !rule.family().matches(NAME),
                "family",
                "'" + rule.family() + "' is not of lower-case letters, digits, - and _, 64 at most");
        refuse(rule.version() < 1, "version", rule.version() + " is less than 1");
    }

    private void times() {
        refuse(rule.forMillis() < 0, "for", "is negative");
        refuse(rule.clearForMillis() < 0, "clear_for", "is negative");
        refuse(
                rule.forMillis() > 0 && !rule.kind().awaitsRaise(),
                "for",
                "rules of kind " + rule.kind().wireName() + " raise at once");
        refuse(
                rule.clearForMillis() > 0 && !rule.kind().awaitsClear(),
                "clear_for",
                "rules of kind " + rule.kind().wireName() + " clear at once");
        BigDecimal share = rule.minCompleteness();
        refuse(
                share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0,
                "min_completeness",
                share.toPlainString() + " is not between 0 and 1");
        AlertSchedule schedule = rule.schedule();
        refuse(schedule.days().isEmpty(), "schedule.days", "has no day, so the rule would never apply");
        refuse(
                schedule.fromHour() < 0 || schedule.fromHour() >= HOURS_OF_DAY,
                "schedule.from_hour",
                schedule.fromHour() + " is not between 0 and 23");
        refuse(
                schedule.toHour() < 1 || schedule.toHour() > HOURS_OF_DAY,
                "schedule.to_hour",
                schedule.toHour() + " is not between 1 and 24");
    }

    private void settings() {
        for (String name : rule.settings().keySet()) {
            refuse(
                    rule.kind().settings().stream()
                            .noneMatch(known -> known.name().equals(name)),
                    "settings." + name,
                    "rules of kind " + rule.kind().wireName() + " have no such setting");
        }
        for (RuleSetting setting : rule.kind().settings()) {
            BigDecimal value = rule.settings().get(setting.name());
            String field = "settings." + setting.name();
            refuse(
                    value == null && setting.fallback() == null,
                    field,
                    "rules of kind " + rule.kind().wireName() + " need it");
            refuse(
                    value != null && setting.whole() && !wholeFromOne(value),
                    field,
                    plain(value) + " is not a whole number of at least 1");
        }
    }

    private void groups() {
        if (rule.kind() != RuleKind.JOINT) {
            refuse(!rule.groups().isEmpty(), "groups", "are for rules of kind joint only");
            refuse(!rule.covers().isEmpty(), "covers", "is for rules of kind joint only");
            return;
        }
        refuse(rule.groups().isEmpty(), "groups", "a joint rule needs at least one");
        rule.groups().forEach((id, group) -> {
            String field = "groups." + id;
            List<String> members = group.members();
            refuse(!id.matches(NAME), field, "'" + id + "' is not of lower-case letters, digits, - and _, 64 at most");
            refuse(members.stream().distinct().count() < members.size(), field, "names a member twice");
            for (Rung rung : rule.ladder()) {
                refuse(
                        rung.raise().compareTo(BigDecimal.valueOf(members.size())) > 0,
                        field,
                        "has " + members.size() + " members, so "
                                + rung.severity().wireName() + " at " + plain(rung.raise())
                                + " could never be raised");
            }
        });
    }

    private void texts() {
        AlertTexts texts = rule.texts();
        text("title_zh", texts.titleZh());
        text("title_en", texts.titleEn());
        text("text_zh", texts.textZh());
        text("text_en", texts.textEn());
    }

    private void text(String field, String text) {
        refuse(text.isBlank(), field, "is empty");
        String problem = TextRendering.problem(text);
        if (problem != null) {
            problems.add(new RuleProblem(field, problem));
        }
    }

    private void refuse(boolean wrong, String field, String reason) {
        if (wrong) {
            problems.add(new RuleProblem(field, reason));
        }
    }

    static boolean wholeFromOne(BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) >= 0
                && value.stripTrailingZeros().scale() <= 0;
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "nothing" : value.toPlainString();
    }
}
