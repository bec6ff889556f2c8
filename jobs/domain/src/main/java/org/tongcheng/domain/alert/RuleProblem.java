package org.tongcheng.domain.alert;

/**
 * What is wrong with a rule.
 *
 * @param field at fault, as rules spell it, such as {@code ladder.yellow.clear}
 * @param reason one sentence for the person who must mend it
 */
public record RuleProblem(String field, String reason) {

    @Override
    public String toString() {
        return field + ": " + reason;
    }
}
