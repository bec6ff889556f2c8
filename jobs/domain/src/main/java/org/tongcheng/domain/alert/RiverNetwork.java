package org.tongcheng.domain.alert;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which sections lie below which.
 *
 * @param next the reach that leads on from a section; none from the last one
 */
public record RiverNetwork(Map<String, RiverReach> next) implements Serializable {

    /**
     * @throws IllegalArgumentException when the water would come back to a section, or part into two; tells which
     */
    public static RiverNetwork of(Collection<RiverReach> reaches) {
        Map<String, RiverReach> next = new TreeMap<>();
        for (RiverReach reach : reaches) {
            if (next.put(reach.fromId(), reach) != null) {
                throw new IllegalArgumentException("section " + reach.fromId() + " has two sections below it");
            }
        }
        next.keySet().forEach(start -> refuseCycle(start, next));
        return new RiverNetwork(new HashMap<>(next));
    }

    /** The ways from a section to each one below it, the nearest first. */
    public List<RiverReach> below(String sectionId) {
        List<RiverReach> ways = new ArrayList<>();
        long travel = 0;
        for (RiverReach reach = next.get(sectionId); reach != null; reach = next.get(reach.toId())) {
            travel += reach.travelMillis();
            ways.add(new RiverReach(sectionId, reach.toId(), travel));
        }
        return ways;
    }

    private static void refuseCycle(String start, Map<String, RiverReach> next) {
        Set<String> passed = new LinkedHashSet<>();
        String section = start;
        for (RiverReach reach = next.get(section); reach != null; reach = next.get(section)) {
            if (!passed.add(section)) {
                throw new IllegalArgumentException("the river runs in a circle: " + String.join(" > ", passed));
            }
            section = reach.toId();
        }
    }
}
