package org.tongcheng.alerts.watch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.domain.alert.RiverNetwork;
import org.tongcheng.domain.alert.RiverReach;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.WaterSection;

/**
 * The ways of the water of a region, by the section that they lead to. Where a section's way down has changed, the one
 * that is registered last counts.
 */
record Rivers(Map<String, List<RiverReach>> above) {

    static Rivers of(Region region) {
        List<WaterSection> rows = new ArrayList<>(region.waterSections());
        rows.sort(Comparator.comparing(WaterSection::validFrom, Comparator.nullsFirst(Comparator.naturalOrder())));
        Map<String, RiverReach> next = new LinkedHashMap<>();
        for (WaterSection row : rows) {
            String below = row.downstreamId();
            BigDecimal hours = row.travelHours();
            if (below == null || hours == null) {
                next.remove(row.sectionId());
            } else {
                long travel =
                        hours.multiply(BigDecimal.valueOf(BusinessTime.HOUR)).longValue();
                next.put(row.sectionId(), new RiverReach(row.sectionId(), below, travel));
            }
        }
        RiverNetwork network = RiverNetwork.of(next.values());
        Map<String, List<RiverReach>> above = new TreeMap<>();
        for (String section : next.keySet()) {
            for (RiverReach way : network.below(section)) {
                above.computeIfAbsent(way.toId(), unused -> new ArrayList<>()).add(way);
            }
        }
        return new Rivers(above);
    }

    /** @param sections those that the rule may warn, by id */
    List<Watched> watches(AlertRule rule, Map<String, Expected> sections) {
        List<Watched> watches = new ArrayList<>();
        above.forEach((id, ways) -> {
            Expected section = sections.get(id);
            if (section != null) {
                watches.add(new RiverWatch(rule, id, section.series(), ways));
            }
        });
        return watches;
    }
}
