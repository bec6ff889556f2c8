package org.tongcheng.reference;

import java.io.Serializable;

/**
 * One thing that is wrong with a rule, which therefore does not run; or with the whole file, and then no rule of it runs.
 *
 * @param line counts from 1, like {@code column}, in characters
 * @param ruleId empty where the rule has none, or where it is about the whole file
 * @param field as rules spell it, such as {@code ladder.yellow.clear}; empty for the whole rule or file
 * @param reason what is wrong, in one line
 */
public record RuleRefusal(String file, int line, int column, String ruleId, String field, String reason)
        implements Serializable {

    /** One line for the person who keeps the rules. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + (ruleId.isEmpty() ? "" : "rule " + ruleId + ": ")
                + (field.isEmpty() ? "" : field + ": ") + reason;
    }
}
