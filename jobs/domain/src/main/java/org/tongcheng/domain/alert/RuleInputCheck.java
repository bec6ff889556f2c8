package org.tongcheng.domain.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongcheng.domain.result.FieldKind;
import org.tongcheng.domain.result.Measurement;

/** Tells what is wrong with a rule's measurement, field and filter. */
final class RuleInputCheck {

    private RuleInputCheck() {}

    static List<RuleProblem> problems(AlertRule rule) {
        RuleInput input = rule.input();
        if (rule.kind() == RuleKind.CARD_IN_TWO_PLACES) {
            return input.measurement().equals(RuleInput.TAPS)
                    ? List.of()
                    : List.of(new RuleProblem("measurement", "rules on cards read " + RuleInput.TAPS));
        }
        Optional<Measurement> measurement = Arrays.stream(Measurement.values())
                .filter(known -> known.wireName().equals(input.measurement())
                        && RuleInput.measurements().contains(known.wireName()))
                .findFirst();
        return measurement
                .map(known -> problems(rule, known))
                .orElseGet(() -> List.of(new RuleProblem(
                        "measurement", "no job writes '" + input.measurement() + "' for rules to read")));
    }

    private static List<RuleProblem> problems(AlertRule rule, Measurement measurement) {
        List<RuleProblem> problems = new ArrayList<>();
        String field = rule.input().field();
        boolean needless = rule.kind() == RuleKind.NO_DATA && field.isEmpty();
        for (String part : needless ? List.<String>of() : rule.input().fields()) {
            if (measurement.fields().stream().noneMatch(known -> isNumber(known, part))) {
                problems.add(new RuleProblem(
                        "field", measurement.wireName() + " has no field '" + part + "' that holds a number"));
            }
        }
        if (rule.kind() == RuleKind.AGGREGATE_SHARE && !ShareSamples.known(measurement, field)) {
            problems.add(new RuleProblem("field", measurement.wireName() + " has no share '" + field + "'"));
        }
        if (rule.kind() == RuleKind.RIVER_PROPAGATION && measurement != Measurement.WATER_SECTION) {
            problems.add(new RuleProblem("measurement", "rules down a river read water_section"));
        }
        for (String tag : rule.input().filter().keySet()) {
            if (!measurement.tags().contains(tag)) {
                problems.add(new RuleProblem("filter." + tag, measurement.wireName() + " has no such tag"));
            }
        }
        return problems;
    }

    private static boolean isNumber(Measurement.FieldSpec spec, String name) {
        return spec.name().equals(name) && (spec.kind() == FieldKind.INTEGER || spec.kind() == FieldKind.DECIMAL);
    }
}
