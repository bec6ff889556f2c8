package org.tongcheng.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that every downstream section exists and that no water comes back to where it was. */
final class RiverOrder {

    private static final String SECTION = "section_id";
    private static final String DOWNSTREAM = "downstream_id";

    private RiverOrder() {}

    static void check(List<CsvRow> sections) {
        Set<String> known = sections.stream().map(row -> row.text(SECTION)).collect(Collectors.toSet());
        Map<String, Set<String>> downstream = new LinkedHashMap<>();
        for (CsvRow row : sections) {
            String next = row.optionalText(DOWNSTREAM);
            if (next == null) {
                continue;
            }
            if (!known.contains(next)) {
                throw row.wrong(DOWNSTREAM, "is not a section_id of this file");
            }
            downstream
                    .computeIfAbsent(row.text(SECTION), id -> new LinkedHashSet<>())
                    .add(next);
        }
        // A section whose water leaves the map is no part of a circle; what is left leads into one.
        Set<String> left = downstream.keySet();
        boolean shrinking = true;
        while (shrinking) {
            shrinking = downstream.entrySet().removeIf(section -> Collections.disjoint(section.getValue(), left));
        }
        if (!left.isEmpty()) {
            List<String> circle = circle(downstream);
            throw place(sections, circle).wrong(DOWNSTREAM, "closes a circle: " + String.join(" -> ", circle));
        }
    }

    /** Follows the water until it is where it was; every section of the map has a next one in it. */
    private static List<String> circle(Map<String, Set<String>> downstream) {
        List<String> way = new ArrayList<>();
        String section = downstream.keySet().iterator().next();
        while (!way.contains(section)) {
            way.add(section);
            Set<String> next = new LinkedHashSet<>(downstream.getOrDefault(section, Set.of()));
            next.retainAll(downstream.keySet());
            section = next.iterator().next();
        }
        way.add(section);
        return way.subList(way.indexOf(section), way.size());
    }

    /** The row that leads from the first section of the circle to the second. */
    private static CsvRow place(List<CsvRow> sections, List<String> circle) {
        return sections.stream()
                .filter(row ->
                        row.text(SECTION).equals(circle.get(0)) && circle.get(1).equals(row.optionalText(DOWNSTREAM)))
                .findFirst()
                .orElseThrow();
    }
}
