package org.tongcheng.local.diff;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.result.Measurement;

/**
 * How two sides are to be compared.
 *
 * @param measurements by name; empty for all that tell the same however they came about
 * @param from epoch milliseconds, inclusive; null where the sides decide
 * @param to exclusive
 * @param shown how many differences to tell of, the first ones
 */
public record Question(
        Set<String> measurements,
        Tolerance tolerance,
        @Nullable Long from,
        @Nullable Long to,
        int shown) {

    public Question {
        measurements = Set.copyOf(measurements);
    }

    /**
     * @param tolerances {@code 0.001} for all fields, {@code field=0.01} for one
     * @param from epoch milliseconds, null for none
     * @throws IllegalArgumentException naming the option that does not fit
     */
    public static Question of(
            List<String> measurements, List<String> tolerances, @Nullable Long from, @Nullable Long to, int shown) {
        if (shown < 0) {
            throw new IllegalArgumentException("--differences must be at least 0, not " + shown);
        }
        Set<String> known = new TreeSet<>(Set.of(Scope.ALERTS));
        known.addAll(
                Arrays.stream(Measurement.values()).map(Measurement::wireName).collect(Collectors.toSet()));
        for (String name : measurements) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("--measurement " + name + ": no measurement is named so; these are: "
                        + String.join(", ", known));
            }
        }
        return new Question(Set.copyOf(measurements), Tolerance.of(tolerances), from, to, shown);
    }
}
