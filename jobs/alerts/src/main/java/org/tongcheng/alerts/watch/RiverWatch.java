package org.tongcheng.alerts.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.alert.AlertEntity;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.RiverReach;
import org.tongcheng.domain.alert.RiverWarnings;
import org.tongcheng.domain.alert.Sample;

/**
 * A rule on what comes down a river and the section that it warns.
 *
 * @param series of the section
 * @param ways from each section above to it
 */
record RiverWatch(AlertRule rule, String id, Series series, List<RiverReach> ways) implements Watched {

    /** For as long a warning stays open, milliseconds. */
    long lookBack() {
        long travel = ways.stream().mapToLong(RiverReach::travelMillis).max().orElse(0);
        return travel + RiverWarnings.toleranceMillis(rule);
    }

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
        boolean member = measurement.equals(series.measurement())
                && (memberId.equals(id)
                        || ways.stream().anyMatch(way -> way.fromId().equals(memberId)));
        return member ? Set.of(rule.input().field()) : Set.of();
    }

    @Override
    public List<Sample> between(long from, long to, View view) throws Exception {
        Map<RiverReach, List<Reading>> upstream = new LinkedHashMap<>();
        for (RiverReach way : ways) {
            upstream.put(way, readings(way.fromId(), view));
        }
        return new RiverWarnings(rule, readings(id, view))
                .samples(upstream, to).stream()
                        .filter(sample -> sample.time() >= from && sample.time() <= to)
                        .toList();
    }

    private List<Reading> readings(String section, View view) throws Exception {
        return view.members()
                .of(series.measurement(), section)
                .memory()
                .readings(rule.input().field());
    }
}
