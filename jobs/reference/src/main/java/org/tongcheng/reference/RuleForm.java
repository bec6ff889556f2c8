package org.tongcheng.reference;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.alert.AlertGroup;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.AlertSchedule;
import org.tongcheng.domain.alert.AlertTexts;
import org.tongcheng.domain.alert.Direction;
import org.tongcheng.domain.alert.RuleCheck;
import org.tongcheng.domain.alert.RuleInput;
import org.tongcheng.domain.alert.RuleKind;
import org.yaml.snakeyaml.nodes.Node;

/** One element of rules.yaml, on its way to a rule: every key is read, and everything wrong with it reported. */
final class RuleForm {

    static final List<String> KEYS = List.of(
            "id",
            "version",
            "family",
            "kind",
            "title_zh",
            "title_en",
            "text_zh",
            "text_en",
            "measurement",
            "field",
            "filter",
            "direction",
            "ladder",
            "tiers",
            "for",
            "clear_for",
            "min_completeness",
            "settings",
            "groups",
            "covers",
            "enabled",
            "schedule");

    private static final List<String> GROUP_KEYS = List.of("name_zh", "name_en", "members");
    private static final Map<String, RuleKind> KINDS = words(RuleKind.values(), RuleKind::wireName);
    static final Map<String, Direction> DIRECTIONS = words(Direction.values(), Direction::wireName);
    private static final Map<String, Boolean> ANSWERS = words(new Boolean[] {true, false}, String::valueOf);
    private static final Map<String, DayOfWeek> DAYS =
            words(DayOfWeek.values(), day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT));

    /** Enough for the tiers of heavy pollution, and for the usual of a surge, to live with a gap. */
    private static final BigDecimal USUAL_COMPLETENESS = new BigDecimal("0.75");

    private final RuleFaults faults;
    private final RuleMap map;
    private final String id;

    RuleForm(Node node, RuleFaults faults) {
        this.faults = faults;
        this.map = new RuleMap(faults, "", node, KEYS);
        this.id = map.text("id");
    }

    /** Empty when there is none. */
    String id() {
        return id;
    }

    /** A rule as good as it can be read; null when it cannot be. It may run when nothing was reported. */
    @Nullable
    AlertRule rule(RegisteredIds registered) {
        if (!map.readable()) {
            return null;
        }
        RuleLimits limits = new RuleLimits(map, faults);
        RuleKind kind = map.oneOf("kind", KINDS);
        AlertRule rule = new AlertRule(
                id,
                map.whole("version"),
                map.has("family") ? map.text("family") : id,
                kind == null ? RuleKind.THRESHOLD : kind,
                input(kind),
                direction(kind),
                limits.ladder(),
                limits.tiers(),
                duration("for"),
                duration("clear_for"),
                completeness(),
                enabled(),
                schedule(),
                new AlertTexts(map.text("title_zh"), map.text("title_en"), map.text("text_zh"), map.text("text_en")),
                settings(),
                groups(),
                map.has("covers") ? map.texts("covers") : List.of());
        if (kind != null) {
            faults.add(RuleCheck.problems(rule));
        }
        faults.add(registered.problems(rule));
        return rule;
    }

    private RuleInput input(@Nullable RuleKind kind) {
        boolean cards = kind == RuleKind.CARD_IN_TWO_PLACES;
        for (String needless : List.of("field", "filter")) {
            if (cards && map.has(needless)) {
                faults.report(needless, "rules on cards have none");
            }
        }
        boolean needed = kind != null && !cards && kind != RuleKind.NO_DATA;
        return new RuleInput(map.text("measurement"), needed || map.has("field") ? map.text("field") : "", filter());
    }

    /** Where a rule only counts or has tiers, a direction would say nothing. */
    private Direction direction(@Nullable RuleKind kind) {
        if (kind != null && (kind.tiered() || (kind.counts() && kind != RuleKind.JOINT))) {
            if (map.has("direction")) {
                faults.report("direction", "rules of kind " + kind.wireName() + " have none");
            }
            return Direction.AT_LEAST;
        }
        Direction direction = kind == null && !map.has("direction") ? null : map.oneOf("direction", DIRECTIONS);
        return direction == null ? Direction.AT_LEAST : direction;
    }

    private long duration(String key) {
        return map.has(key) ? Math.max(0, map.duration(key)) : 0;
    }

    private BigDecimal completeness() {
        BigDecimal given = map.has("min_completeness") ? map.decimal("min_completeness") : null;
        return given == null ? USUAL_COMPLETENESS : given;
    }

    private boolean enabled() {
        return !map.has("enabled") || !Boolean.FALSE.equals(map.oneOf("enabled", ANSWERS));
    }

    private Map<String, String> filter() {
        Map<String, String> filter = new LinkedHashMap<>();
        if (map.has("filter")) {
            RuleMap tags = map.map("filter", List.of());
            tags.keys().forEach(tag -> filter.put(tag, tags.text(tag)));
        }
        return Collections.unmodifiableMap(filter);
    }

    private AlertSchedule schedule() {
        if (!map.has("schedule")) {
            return AlertSchedule.ALWAYS;
        }
        RuleMap schedule = map.map("schedule", List.of("days", "from_hour", "to_hour"));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (schedule.has("days")) {
            schedule.texts("days").forEach(name -> addDay(days, name));
        } else {
            days.addAll(AlertSchedule.ALWAYS.days());
        }
        return new AlertSchedule(
                Collections.unmodifiableSet(days),
                schedule.has("from_hour") ? schedule.whole("from_hour") : AlertSchedule.ALWAYS.fromHour(),
                schedule.has("to_hour") ? schedule.whole("to_hour") : AlertSchedule.ALWAYS.toHour());
    }

    private void addDay(Set<DayOfWeek> days, String name) {
        DayOfWeek day = DAYS.get(name);
        if (day != null) {
            days.add(day);
        } else if (!name.isEmpty()) {
            faults.report("schedule.days." + name, "is none of " + String.join(", ", DAYS.keySet()));
        }
    }

    private Map<String, BigDecimal> settings() {
        Map<String, BigDecimal> settings = new LinkedHashMap<>();
        if (map.has("settings")) {
            RuleMap given = map.map("settings", List.of());
            for (String name : given.keys()) {
                BigDecimal value = given.decimal(name);
                if (value != null) {
                    settings.put(name, value);
                }
            }
        }
        return Collections.unmodifiableMap(settings);
    }

    private Map<String, AlertGroup> groups() {
        Map<String, AlertGroup> groups = new LinkedHashMap<>();
        if (map.has("groups")) {
            RuleMap given = map.map("groups", List.of());
            for (String name : given.keys()) {
                RuleMap group = given.map(name, GROUP_KEYS);
                groups.put(name, new AlertGroup(group.text("name_zh"), group.text("name_en"), group.texts("members")));
            }
        }
        return Collections.unmodifiableMap(groups);
    }

    static <T> Map<String, T> words(T[] meanings, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        Arrays.stream(meanings).forEach(meaning -> words.put(word.apply(meaning), meaning));
        return Collections.unmodifiableMap(words);
    }
}
