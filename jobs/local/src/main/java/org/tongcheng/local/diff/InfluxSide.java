package org.tongcheng.local.diff;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.local.diff.StandingAlerts.Moment;
import org.tongcheng.local.diff.StandingAlerts.Rule;
import org.tongcheng.local.diff.StandingAlerts.Told;
import org.tongcheng.plumbing.job.InfluxSettings;

/** A bucket. It is asked for one measurement after the other, and for a slice of time after the other of each. */
final class InfluxSide implements Side {

    /** A day of points by the minute is a million of them. */
    private static final long SLICE_OF_MINUTES = Duration.ofHours(6).toMillis();

    private static final long SLICE = Duration.ofDays(7).toMillis();
    private static final String TIME = "time";

    /** Says how often a point was issued, and nothing of its values. */
    private static final String REVISION = "revision";

    private final InfluxSettings settings;
    private final InfluxRows rows;

    InfluxSide(InfluxSettings settings) {
        this.settings = settings;
        this.rows = new InfluxRows(settings);
    }

    @Override
    public Results read(Scope scope, Path scratch) throws IOException, InterruptedException {
        Set<String> there = measurements();
        if (there.isEmpty()) {
            throw rows.refused("it has no results");
        }
        StandingAlerts alerts = null;
        try (PointStore store = new PointStore(scratch)) {
            for (Measurement measurement : Measurement.values()) {
                if (there.contains(measurement.wireName()) && scope.has(measurement.wireName())) {
                    readSlices(measurement, scope.extent(), point -> {
                        if (scope.of(point) != Extent.Place.OUTSIDE) {
                            store.add(point);
                        }
                    });
                }
            }
            if (there.contains(Measurement.ALERT.wireName()) && scope.has(Scope.ALERTS)) {
                alerts = standing(scope.extent());
            }
            return new Results(store.files(), alerts);
        }
    }

    /** Those of results: Flink's metrics may lie beside them. */
    Set<String> measurements() throws IOException, InterruptedException {
        Set<String> there = new TreeSet<>();
        rows.read("SHOW MEASUREMENTS", (tags, values) -> {
            Value name = values.get("name");
            if (name != null) {
                there.add(name.text());
            }
        });
        Set<String> results = new TreeSet<>();
        for (Measurement measurement : Measurement.values()) {
            results.add(measurement.wireName());
        }
        there.retainAll(results);
        return there;
    }

    @Override
    public String toString() {
        return "bucket " + settings.bucket() + " of InfluxDB at " + settings.url();
    }

    /** Takes a point. */
    private interface Reader {
        void take(Point point) throws IOException;
    }

    /** Goes from one slice with points to the next one. */
    private void readSlices(Measurement measurement, Extent extent, Reader reader)
            throws IOException, InterruptedException {
        String from = " FROM \"" + measurement.wireName() + "\" WHERE time >= ";
        long length = measurement.wireName().endsWith("_1m") ? SLICE_OF_MINUTES : SLICE;
        // The earliest time that InfluxDB can keep lies in 1677.
        long start = Math.max(extent.earliest(), Long.MIN_VALUE / 1_000_000 + 1);
        while (true) {
            List<Long> next = new ArrayList<>();
            rows.read(
                    "SELECT \"" + REVISION + "\"" + from + start + "ms ORDER BY time LIMIT 1",
                    (tags, values) -> next.add(time(values)));
            if (next.isEmpty() || next.get(0) >= extent.latest()) {
                return;
            }
            long end = Math.min(next.get(0) + length, extent.latest());
            rows.read(
                    "SELECT *" + from + next.get(0) + "ms AND time < " + end + "ms GROUP BY *",
                    (tags, values) -> reader.take(point(measurement, tags, values)));
            start = end;
        }
    }

    private static Point point(Measurement measurement, Map<String, String> tags, Map<String, Value> values) {
        List<Tag> named = new ArrayList<>(measurement.tags().size());
        for (String tag : measurement.tags()) {
            named.add(new Tag(tag, tags.getOrDefault(tag, "")));
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Measurement.FieldSpec field : measurement.fields()) {
            Value value = values.get(field.name());
            if (value != null) {
                fields.put(field.name(), value);
            }
        }
        values.forEach((name, value) -> {
            if (!name.equals(TIME) && !name.equals(REVISION)) {
                fields.putIfAbsent(name, value);
            }
        });
        return new Point(measurement.wireName(), named, time(values), 0, fields);
    }

    /** Every transition is a point of its own; the order in which they were told is that of their numbers. */
    private StandingAlerts standing(Extent extent) throws IOException, InterruptedException {
        List<Told> told = new ArrayList<>();
        readSlices(Measurement.ALERT, Extent.all(), point -> {
            Map<String, String> tags = new LinkedHashMap<>();
            point.tags().forEach(tag -> tags.put(tag.name(), tag.value()));
            Rule rule = new Rule(
                    tags.getOrDefault("rule_id", ""),
                    0,
                    tags.getOrDefault("entity_kind", ""),
                    tags.getOrDefault("entity_id", ""));
            Value began = point.fields().get("began_at");
            if (began == null) {
                throw rows.refused("its alerts do not say when they began: an earlier version wrote them");
            }
            Value endReason = point.fields().get("end_reason");
            told.add(new Told(
                    tags.getOrDefault("alert_id", ""),
                    rule,
                    Long.parseLong(began.text()),
                    tags.getOrDefault("state", ""),
                    tags.getOrDefault("severity", ""),
                    endReason == null ? "" : endReason.text(),
                    new Moment(Integer.parseInt(tags.getOrDefault("sequence", "0")), point.time())));
        });
        told.sort(comparing(Told::moment, comparingInt(Moment::sequence).thenComparingLong(Moment::at)));
        StandingAlerts standing = new StandingAlerts(extent);
        told.forEach(standing::add);
        return standing;
    }

    private static long time(Map<String, Value> values) {
        Value time = values.get(TIME);
        if (time == null) {
            throw new IllegalStateException("InfluxDB tells of a point without a time");
        }
        return Long.parseLong(time.text());
    }
}
