package org.tongcheng.local.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.local.diff.StandingAlerts.Told;

/** A side in memory, sorted as topics and buckets are. */
record TestSide(String name, List<Point> points, List<Told> alerts, Origin origin) implements Side {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final long NOON = Instant.parse("2026-03-05T04:00:00Z").toEpochMilli();
    static final long HOUR = 3_600_000;

    static TestSide of(Point... points) {
        return of(List.of(points));
    }

    static TestSide of(List<Point> points) {
        return new TestSide("memory", points, List.of(), Origin.UNKNOWN);
    }

    TestSide named(String newName) {
        return new TestSide(newName, points, alerts, origin);
    }

    TestSide with(Origin newOrigin) {
        return new TestSide(name, points, alerts, newOrigin);
    }

    /** An hour of a city's air. */
    static Point air(String city, long time, Object... fields) {
        return new Point("air_city_1h", List.of(new Tag("city_code", city)), time, 0, fields(fields));
    }

    static Point journeys(String origin, long time, Object... fields) {
        List<Tag> tags = List.of(new Tag("destination_city_code", "510100"), new Tag("origin_city_code", origin));
        return new Point("transit_od_1h", tags, time, 0, fields(fields));
    }

    static Point ledger(String feed, long time, Object... fields) {
        return new Point("feed_ledger_1m", List.of(new Tag("feed", feed)), time, 0, fields(fields));
    }

    static Map<String, Value> fields(Object... namesAndValues) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            Value.Kind kind = value instanceof Number
                    ? Value.Kind.NUMBER
                    : value instanceof Boolean ? Value.Kind.FLAG : Value.Kind.TEXT;
            fields.put((String) namesAndValues[i], new Value(kind, value.toString()));
        }
        return fields;
    }

    static Question everything() {
        return new Question(Set.of(), Tolerance.NONE, null, null, 20);
    }

    DiffReport against(Side other, Question question) {
        try {
            return Diff.of(this, other, question, ZONE).compare(ZONE);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Results read(Scope scope, Path scratch) throws IOException {
        StandingAlerts standing = new StandingAlerts(scope.extent());
        alerts.forEach(standing::add);
        try (PointStore store = new PointStore(scratch)) {
            for (Point point : points) {
                store.add(point);
            }
            return new Results(store.files(), standing);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
