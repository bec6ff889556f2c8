package org.tongcheng.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.JointCover;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads rules.yaml: a list of rules, each taken or refused for itself. */
final class RuleFile {

    static final String NAME = "rules.yaml";

    private RuleFile() {}

    static Rules read(byte[] content, Region region) {
        Node root;
        try {
            root = YamlText.compose(NAME, content);
        } catch (RegistryException broken) {
            return refused(broken);
        }
        if (root == null) {
            return Rules.NONE;
        }
        if (!(root instanceof SequenceNode list)) {
            return refused(YamlText.at(NAME, root.getStartMark(), "is not a list of rules"));
        }
        return read(list.getValue(), new RegisteredIds(region));
    }

    private static Rules read(List<Node> nodes, RegisteredIds registered) {
        List<Draft> drafts = new ArrayList<>();
        Set<String> families = new HashSet<>();
        Map<String, Integer> linesById = new HashMap<>();
        for (Node node : nodes) {
            RuleFaults faults = new RuleFaults(node.getStartMark());
            RuleForm form = new RuleForm(node, faults);
            AlertRule rule = form.rule(registered);
            Integer earlier =
                    linesById.putIfAbsent(form.id(), node.getStartMark().getLine() + 1);
            if (earlier != null && !form.id().isEmpty()) {
                faults.report("id", "is already that of the rule in line " + earlier);
            }
            if (rule != null) {
                families.add(rule.family());
            }
            drafts.add(new Draft(form.id(), rule, faults));
        }
        return sorted(drafts, families);
    }

    /** Checks what rules say of each other, last. */
    private static Rules sorted(List<Draft> drafts, Set<String> families) {
        List<AlertRule> valid = new ArrayList<>();
        List<RuleRefusal> refused = new ArrayList<>();
        JointCover cover = new JointCover();
        for (Draft draft : drafts) {
            AlertRule rule = draft.rule();
            RuleFaults faults = draft.faults();
            if (rule != null) {
                rule.covers().stream()
                        .filter(family -> !family.isEmpty() && !families.contains(family))
                        .forEach(family -> faults.report("covers." + family, "there is no rule of family " + family));
            }
            if (rule != null && faults.none()) {
                faults.add(cover.add(rule));
            }
            if (rule != null && faults.none()) {
                valid.add(rule);
            } else {
                refused.addAll(faults.refusals(NAME, draft.id()));
            }
        }
        return new Rules(valid, refused);
    }

    private record Draft(String id, @Nullable AlertRule rule, RuleFaults faults) {}

    private static Rules refused(RegistryException broken) {
        return new Rules(
                List.of(), List.of(new RuleRefusal(NAME, broken.line(), broken.column(), "", "", broken.problem())));
    }
}
