package org.tongcheng.domain.alert;

import java.util.List;
import java.util.stream.IntStream;

/** Samples from the readings of one entity alone. */
public sealed interface SeriesSamples permits ValueSamples, ChangeSamples, StuckSamples, DurationSamples {

    /**
     * The sample at one of the readings. Readings after it do not matter, nor do those more than
     * {@link AlertRule#lookBackMillis} before it.
     *
     * @param series in order of time, no two of one time
     */
    Sample at(AlertRule rule, String entityId, List<Reading> series, int index);

    /**
     * Samples at the readings from a time on.
     *
     * @param from epoch milliseconds; readings before it are only looked back at
     */
    default List<Sample> from(long from, AlertRule rule, String entityId, List<Reading> series) {
        return IntStream.range(0, series.size())
                .filter(index -> series.get(index).time() >= from)
                .mapToObj(index -> at(rule, entityId, series, index))
                .toList();
    }

    /**
     * The one for a kind of rule.
     *
     * @throws IllegalArgumentException when the kind needs more than the readings of one entity
     */
    static SeriesSamples of(RuleKind kind) {
        return switch (kind) {
            case THRESHOLD -> new ValueSamples();
            case RATE_OF_CHANGE -> new ChangeSamples();
            case STUCK_SENSOR -> new StuckSamples();
            case CONSECUTIVE_DURATION -> new DurationSamples();
            default -> throw new IllegalArgumentException(kind.wireName() + " needs more than one series");
        };
    }
}
