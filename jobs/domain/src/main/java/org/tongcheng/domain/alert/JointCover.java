package org.tongcheng.domain.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which joint alert stands for an alert of a single entity: that of the rule that covers its family, and of the group that
 * the entity belongs to. There is one at most, so that it can be told by a name: the rule's id, a slash, the group's id.
 */
public final class JointCover {

    /** What alerts have that no joint alert stands for. */
    public static final String NONE = "";

    private final Map<String, Map<String, String>> jointByEntityByFamily = new HashMap<>();

    /** @param rules all of a region; of those that {@link #add} objects to the first counts */
    public static JointCover of(List<AlertRule> rules) {
        JointCover cover = new JointCover();
        rules.forEach(cover::add);
        return cover;
    }

    /**
     * Adds what a rule covers.
     *
     * @return members that are covered already
     */
    public List<RuleProblem> add(AlertRule rule) {
        List<RuleProblem> problems = new ArrayList<>();
        for (String family : rule.covers()) {
            Map<String, String> joints = jointByEntityByFamily.computeIfAbsent(family, unused -> new HashMap<>());
            rule.groups().forEach((id, group) -> {
                String joint = joint(rule, id);
                for (String member : group.members()) {
                    String before = joints.putIfAbsent(member, joint);
                    if (before != null && !before.equals(joint)) {
                        problems.add(new RuleProblem(
                                "groups." + id + ".members." + member,
                                "is in " + before + " already, which covers " + family + " too"));
                    }
                }
            });
        }
        return problems;
    }

    /** The name of the joint alert; of a joint rule's own alert that is its own. */
    public String of(AlertRule rule, AlertEntity entity) {
        if (rule.kind() == RuleKind.JOINT) {
            return joint(rule, entity.id());
        }
        return jointByEntityByFamily.getOrDefault(rule.family(), Map.of()).getOrDefault(entity.id(), NONE);
    }

    private static String joint(AlertRule rule, String group) {
        return rule.id() + "/" + group;
    }
}
