package org.tongcheng.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.RuleProblem;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Measurement;

/** Tells which ids in a rule are not registered: the rule would wait for them for ever. */
final class RegisteredIds {

    /** Tags that name what an alert is about, the narrowest first. */
    private static final List<String> ENTITY_TAGS =
            List.of("station_id", "section_id", "stop_id", "route_id", "river", "feed", "region_id", "city_code");

    private final Map<String, Set<String>> idsByTag = new HashMap<>();

    RegisteredIds(Region region) {
        Set<String> cities = ids(region.cities().stream().map(City::cityCode));
        idsByTag.put("city_code", cities);
        idsByTag.put("origin_city_code", cities);
        idsByTag.put("destination_city_code", cities);
        idsByTag.put("station_id", ids(region.airStations().stream().map(AirStation::stationId)));
        idsByTag.put("section_id", ids(region.waterSections().stream().map(WaterSection::sectionId)));
        idsByTag.put("river", ids(region.waterSections().stream().map(WaterSection::river)));
        idsByTag.put("stop_id", ids(region.stops().stream().map(Stop::stopId)));
        idsByTag.put("route_id", ids(region.routes().stream().map(Route::routeId)));
        idsByTag.put("route_type", RegistryRows.ROUTE_TYPES);
        idsByTag.put("region_id", Set.of(region.id()));
        idsByTag.put("feed", ids(Arrays.stream(Feed.values()).map(Feed::topic)));
    }

    List<RuleProblem> problems(AlertRule rule) {
        List<RuleProblem> problems = new ArrayList<>();
        rule.input().filter().forEach((tag, value) -> {
            if (!knows(tag, value)) {
                problems.add(new RuleProblem("filter." + tag, "the region has no " + tag + " " + value));
            }
        });
        String entity = entityTag(rule.input().measurement());
        rule.groups().forEach((id, group) -> group.members().stream()
                .filter(member -> !knows(entity, member))
                .forEach(member -> problems.add(new RuleProblem(
                        "groups." + id + ".members." + member, "the region has no " + entity + " " + member))));
        return problems;
    }

    /** Tags that no list of the region limits know everything: cards come from anywhere. */
    private boolean knows(String tag, String id) {
        Set<String> ids = idsByTag.get(tag);
        return ids == null || ids.contains(id);
    }

    private static String entityTag(String measurement) {
        return Arrays.stream(Measurement.values())
                .filter(known -> known.wireName().equals(measurement))
                .flatMap(known -> ENTITY_TAGS.stream().filter(known.tags()::contains))
                .findFirst()
                .orElse("");
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toUnmodifiableSet());
    }
}
