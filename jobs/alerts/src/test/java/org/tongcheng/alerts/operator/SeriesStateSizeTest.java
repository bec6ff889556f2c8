package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.ShanghaiTime;

/** What a thousand rules on a thousand entities cost in a checkpoint, measured on a part of the entities. */
final class SeriesStateSizeTest {

    private static final int RULES = 1_000;
    private static final int ENTITIES = 1_000;
    private static final int MEASURED = 20;
    private static final int SILENT = 1;
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

    /** With a month of hours that were heard. */
    @Test
    void everyStationSilentByEveryRuleFits() throws Exception {
        StringBuilder stations =
                new StringBuilder("station_id,name,city_code,longitude,latitude,pollutants,valid_from,valid_to\n");
        for (int i = 0; i < SILENT; i++) {
            stations.append("s").append(i).append(",s,510100,,,,,\n");
        }
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            rules.add(SmallCity.rule(
                    "station-silent-" + i,
                    "no_data",
                    "air_station_1h",
                    "settings: {period_minutes: 60}",
                    "ladder: {blue: {raise: 2, clear: 1}}"));
        }
        RegionBundle region =
                SmallCity.with(SmallCity.with(String.join("", rules)), "air_stations.csv", stations.toString());
        try (Watching watching = Watching.groups(region, null)) {
            long rulesAlone = watching.snapshot().getStateSize();
            long start = ShanghaiTime.at("2026-03-05T00:00");
            for (int hour = 0; hour < 30 * 24; hour++) {
                String time = ShanghaiTime.local(start + hour * BusinessTime.HOUR);
                for (int i = 0; i < SILENT; i++) {
                    watching.feedQuietly(List.of(SmallCity.station("s" + i, time, 50, 0)));
                }
            }
            watching.feedQuietly(List.of(SmallCity.station("other", "2026-04-04T03:00", 50, 0)));
            assertThat(watching.watermark("2026-04-04T03:00")).hasSize(RULES * SILENT);
            long bytes = (watching.snapshot().getStateSize() - rulesAlone) * ENTITIES / SILENT;
            assertThat(bytes).as("bytes of a million silences").isBetween(1L << 20, MOST_BYTES);
        }
    }
}
