package org.tongcheng.delivery.operator;

import java.util.Set;
import org.tongcheng.domain.alert.AlertTransition;

/**
 * The desk an alert belongs to: {@code air}, {@code water}, {@code transit}, or {@code region} where it is nobody's alone.
 * What it is about says so; of a city, a group, a feed or the region, the first word of the entity's or the rule's id.
 */
final class AlertDomain {

    private static final String REGION = "region";
    private static final Set<String> DESKS = Set.of("air", "water", "transit");

    private AlertDomain() {}

    static String of(AlertTransition transition) {
        return switch (transition.entity().kind()) {
            case AIR_STATION -> "air";
            case WATER_SECTION, RIVER -> "water";
            case STOP, ROUTE, TOKEN -> "transit";
            case FEED -> desk(transition.entity().id());
            case CITY, GROUP, REGION -> desk(transition.ruleId());
        };
    }

    private static String desk(String id) {
        String word = id.split("[^a-z]", 2)[0];
        return DESKS.contains(word) ? word : REGION;
    }
}
