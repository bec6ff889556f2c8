package org.tongcheng.domain.alert;

import java.util.List;

/** Threshold: the readings as they are. */
public record ValueSamples() implements SeriesSamples {

    @Override
    public Sample at(AlertRule rule, String entityId, List<Reading> series, int index) {
        Reading reading = series.get(index);
        return Sample.of(reading, reading.value(), List.of(reading.evidence(entityId)));
    }
}
