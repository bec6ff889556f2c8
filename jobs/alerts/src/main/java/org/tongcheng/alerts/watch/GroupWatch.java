package org.tongcheng.alerts.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.Reading;
import org.tongcheng.domain.alert.RuleKind;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.Region;

/**
 * The rules that need several series, or the absence of one, for what has one key. That is a measurement; those that a
 * share is taken across have one together.
 */
public final class GroupWatch {

    private final List<AlertRule> silences;
    private final Map<AlertRule, Map<String, Expected>> expected = new HashMap<>();
    private final List<Watched> groups = new ArrayList<>();

    private GroupWatch(List<AlertRule> rules, Region region) {
        silences =
                rules.stream().filter(rule -> rule.kind() == RuleKind.NO_DATA).toList();
        Rivers rivers = Rivers.of(region);
        for (AlertRule rule : rules) {
            Map<String, Expected> due =
                    Expected.of(rule.input().measurement(), rule.input().filter(), region);
            switch (rule.kind()) {
                case NO_DATA -> expected.put(rule, due);
                case JOINT -> rule.groups().forEach((name, group) -> groups.add(new JointWatch(rule, name, group)));
                case RIVER_PROPAGATION -> groups.addAll(rivers.watches(rule, due));
                default -> due.values().forEach(city -> groups.add(new ShareWatch(rule, city.id(), city.series())));
            }
        }
    }

    static GroupWatch of(String key, List<AlertRule> candidates, Region region) {
        return new GroupWatch(
                candidates.stream()
                        .filter(rule -> keyOf(rule.input().measurement()).equals(key))
                        .toList(),
                region);
    }

    /** Under which key the points of a measurement are watched. */
    public static String keyOf(String measurement) {
        return measurement.equals(ShareWatch.WHOLE) ? Measurement.TRANSIT_UNMATCHED_1H.wireName() : measurement;
    }

    /** Whether a rule is one of these. */
    static boolean grouped(AlertRule rule) {
        return switch (rule.kind()) {
            case NO_DATA, JOINT, RIVER_PROPAGATION -> true;
            default -> Shares.acrossSeries(rule);
        };
    }

    public boolean isEmpty() {
        return silences.isEmpty() && groups.isEmpty();
    }

    /** Joint rules, rivers and shares. */
    public List<Watched> groups() {
        return groups;
    }

    /** Whether silence of a measurement matters. */
    public boolean listens(String measurement) {
        return silences.stream().anyMatch(rule -> rule.input().measurement().equals(measurement));
    }

    /**
     * Rules on silence, each with every entity that is expected.
     *
     * @param heard series of those that were heard, by id
     * @param live false for a recording, which need not have every feed: one that it has not is not missed
     */
    public List<Watched> silences(String measurement, Map<String, Series> heard, boolean live) {
        List<Watched> all = new ArrayList<>();
        for (AlertRule rule : silences) {
            if (rule.input().measurement().equals(measurement)) {
                Map<String, Expected> due = due(rule, live);
                due.values().forEach(one -> all.add(new SilenceWatch(rule, one.id(), one.series(), one.spans())));
                if (!Expected.registered(measurement)) {
                    heard.forEach((id, series) -> {
                        if (!due.containsKey(id) && series.matches(rule.input().filter())) {
                            all.add(new SilenceWatch(rule, id, series, List.of()));
                        }
                    });
                }
            }
        }
        return all;
    }

    private Map<String, Expected> due(AlertRule rule, boolean live) {
        return live || !Expected.feeds(rule.input().measurement()) ? expected.getOrDefault(rule, Map.of()) : Map.of();
    }

    /** What the points of one entity decide; {@code live} as for {@link #silences}. */
    public List<Watched> decidedBy(Series series, String id, boolean live) {
        List<Watched> all = new ArrayList<>();
        for (AlertRule rule : silences) {
            if (rule.input().measurement().equals(series.measurement())) {
                Expected due = due(rule, live).get(id);
                if (due != null) {
                    all.add(new SilenceWatch(rule, id, due.series(), due.spans()));
                } else if (!Expected.registered(series.measurement())
                        && series.matches(rule.input().filter())) {
                    all.add(new SilenceWatch(rule, id, series, List.of()));
                }
            }
        }
        for (Watched group : groups) {
            if (!group.reads(series.measurement(), id).isEmpty()) {
                all.add(group);
            }
        }
        return all;
    }

    /** Whether a point was heard, by the names of {@link #fields}. */
    public Map<String, Reading> heard(Result point) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (AlertRule rule : silences) {
            if (rule.input().measurement().equals(point.measurement())) {
                readings.put(Heard.name(rule), Heard.reading(point, rule));
            }
        }
        return readings;
    }

    /** The watched fields of a point. */
    public Map<String, Reading> values(Result point, String id) {
        Map<String, Reading> readings = new HashMap<>();
        for (Watched group : groups) {
            for (String field : group.reads(point.measurement(), id)) {
                readings.put(field, Points.reading(point, field));
            }
        }
        return readings;
    }

    /** Names of all readings that are kept of a member. */
    public Set<String> fields(String measurement, String id) {
        Set<String> fields = new HashSet<>();
        for (AlertRule rule : silences) {
            if (rule.input().measurement().equals(measurement)) {
                fields.add(Heard.name(rule));
            }
        }
        groups.forEach(group -> fields.addAll(group.reads(measurement, id)));
        return fields;
    }

    /** How far before a sample the readings lie that decide it, milliseconds. */
    public long lookBack() {
        long most = 0;
        for (Watched group : groups) {
            if (group instanceof RiverWatch river) {
                most = Math.max(most, river.lookBack());
            }
        }
        return most + BusinessTime.DAY;
    }
}
