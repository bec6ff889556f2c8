package org.tongcheng.alerts.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.Sample;
import org.tongcheng.domain.result.Measurement;

/** A rule on entries without an exit, of all entries, and one city. */
record ShareWatch(AlertRule rule, String id, Series series) implements Watched {

    /** What counts the whole. */
    static final String WHOLE = Measurement.TRANSIT_CITY_1H.wireName();

    @Override
    public AlertEntity entity(Entities entities, long time) {
        return entities.of(series, time);
    }

    @Override
    public Pace pace() {
        return Pace.EVENTS;
    }

    @Override
    public Set<String> reads(String measurement, String memberId) {
        if (!memberId.equals(id)) {
            return Set.of();
        }
        Map<String, Set<String>> fields =
                Map.of(series.measurement(), Set.of(Shares.UNMATCHED), WHOLE, Set.of(Shares.ENTRIES));
        return fields.getOrDefault(measurement, Set.of());
    }

    @Override
    public List<Sample> between(long from, long to, View view) throws Exception {
        Shares share = Shares.of(Shares.UNMATCHED);
        if (share == null) {
            throw new IllegalStateException(Shares.UNMATCHED + " is a share");
        }
        SeriesMemory part = view.members().of(series.measurement(), id).memory();
        SeriesMemory whole = view.members().of(WHOLE, id).memory();
        List<Sample> samples = new ArrayList<>();
        for (Reading reading : part.readings(Shares.UNMATCHED)) {
            long time = reading.time();
            if (time >= from && time <= to) {
                samples.add(share.sample(time, rule, id, field -> {
                    Reading found = (field.equals(Shares.UNMATCHED) ? part : whole).reading(field, time);
                    return found == null ? null : found.value();
                }));
            }
        }
        return samples;
    }
}
