package org.tongcheng.reference;

import java.io.Serializable;
import java.util.List;
import org.tongcheng.domain.alert.AlertRule;

/**
 * The rules of a region.
 *
 * @param valid rules that may run, in the order of the file; ids are unique
 * @param refused what is wrong with the others, all of it, in the order of the file
 */
public record Rules(List<AlertRule> valid, List<RuleRefusal> refused) implements Serializable {

    /** What a region without {@code rules.yaml} has. */
    public static final Rules NONE = new Rules(List.of(), List.of());

    public Rules {
        valid = List.copyOf(valid);
        refused = List.copyOf(refused);
    }
}
