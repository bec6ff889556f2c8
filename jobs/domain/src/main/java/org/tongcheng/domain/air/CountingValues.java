package org.tongcheng.domain.air;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.domain.feed.AirObservation;

/** Which of the reported values count: those flagged N, of items that the station is registered to monitor. */
public final class CountingValues {

    private CountingValues() {}

    /** Values as reported, unrounded. A value of an item that is not monitored is neither published nor counted. */
    public static Map<AirItem, BigDecimal> of(AirObservation observation, Set<AirItem> monitored) {
        Map<AirItem, BigDecimal> counting = new EnumMap<>(AirItem.class);
        observation.values().forEach((item, value) -> {
            if (monitored.contains(item) && !observation.flags().containsKey(item)) {
                counting.put(item, value);
            }
        });
        return counting;
    }
}
