package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.reference.RegionBundle;

/** What a thousand rules on a thousand entities cost in a checkpoint, measured on a part of the entities. */
final class SeriesStateSizeTest {

    private static final int RULES = 1_000;
    private static final int ENTITIES = 1_000;
    private static final int MEASURED = 20;
    private static final long MOST_BYTES = 200L << 20;

    @Test
    void anOpenAlertOfEveryRuleOnEveryEntityFits() throws Exception {
        long bytes = bytes(120, RULES * MEASURED) * ENTITIES / MEASURED;
        assertThat(bytes).as("bytes of a million open alerts").isBetween(1L << 20, MOST_BYTES);
    }

    @Test
    void rulesWithoutAlertsCostNothing() throws Exception {
        assertThat(bytes(50, 0) / MEASURED).isLessThan(200);
    }

    private static long bytes(int aqi, int alerts) throws Exception {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            rules.add(SmallCity.rule(
                    "station-aqi-" + i,
                    "threshold",
                    "air_station_1h",
                    "field: aqi",
                    "direction: above",
                    "ladder: {blue: {raise: 100, clear: 90}}"));
        }
        RegionBundle region = SmallCity.with(String.join("", rules));
        long nothing;
        try (Watching unused = Watching.series(region, null)) {
            nothing = unused.snapshot().getStateSize();
        }
        try (Watching watching = Watching.series(region, null)) {
            int issued = 0;
            for (int i = 0; i < MEASURED; i++) {
                issued += watching.feed(SmallCity.station("s" + i, "2026-03-05T09:00", aqi, 0))
                        .size();
            }
            assertThat(issued).isEqualTo(alerts);
            return watching.snapshot().getStateSize() - nothing;
        }
    }
}
