package org.tongcheng.domain.alert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Joint: how many members of a group are beyond the rule's limit at one time. */
public final class JointSamples {

    private JointSamples() {}

    /**
     * The sample of a time. It is missing when too few members reported ({@code min_completeness}), unless those that did
     * are enough to raise the mildest severity.
     *
     * @param members ids of the group's members, in the order in which they are told
     * @param readings by member, all of this time; those under maintenance count as missing
     */
    public static Sample at(long time, AlertRule rule, List<String> members, Map<String, Reading> readings) {
        BigDecimal limit = rule.setting("limit");
        List<Evidence> over = new ArrayList<>();
        int present = 0;
        for (String member : members) {
            Reading reading = readings.get(member);
            BigDecimal value = reading == null || reading.muted() ? null : reading.value();
            if (value != null) {
                present++;
                if (rule.direction().beyond(value, limit)) {
                    over.add(new Evidence(member, time, value));
                }
            }
        }
        BigDecimal count = BigDecimal.valueOf(over.size());
        boolean decided = rule.complete(present, members.size()) || rule.raisedBy(count) != null;
        return new Sample(time, decided ? count : null, null, false, List.copyOf(over), null);
    }
}
