package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongcheng.domain.result.Measurement;

/**
 * What a rule looks at.
 *
 * @param measurement a result's, as in contracts; {@code transit.taps} for rules on cards
 * @param field one with a number, or a difference of two, such as {@code class - target_class}; empty where the kind of rule
 *     needs none
 * @param filter tag to the value that a point must have; empty for all points
 */
public record RuleInput(String measurement, String field, Map<String, String> filter) implements Serializable {

    /** What rules on cards look at. */
    public static final String TAPS = "transit.taps";

    /** Between the two fields of a difference. */
    public static final String MINUS = " - ";

    /** Written by the job that reads the rules: a rule on them would feed on itself. */
    private static final Set<Measurement> OF_ALERTS =
            Set.of(Measurement.ALERT, Measurement.ALERT_ACTIVE_1M, Measurement.ALERT_SUMMARY_1D);

    private static final Set<String> MEASUREMENTS = Stream.concat(
                    Stream.of(TAPS),
                    Arrays.stream(Measurement.values())
                            .filter(known -> !OF_ALERTS.contains(known))
                            .map(Measurement::wireName))
            .collect(Collectors.toUnmodifiableSet());

    /** The fields that {@link #field} is made of: one or two. */
    public List<String> fields() {
        int minus = field.indexOf(MINUS);
        return minus < 0 ? List.of(field) : List.of(field.substring(0, minus), field.substring(minus + MINUS.length()));
    }

    /** All that a rule may look at. */
    public static Set<String> measurements() {
        return MEASUREMENTS;
    }
}
