package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.reference.Stop;
import org.tongcheng.reference.WaterSection;

/** What the page on sizing says of InfluxDB is what the registry comes to. */
class SizingTest {

    private static final Region CHENGDU = RegionDirectory.shipped("chengdu");
    private static final int DOMAINS = 4;
    private static final int MINUTES = 1440;

    /** Series of every measurement but {@code alert}, of which each transition is one. */
    private static Map<Measurement, Long> series() {
        long cities = CHENGDU.cities().size();
        long stations = CHENGDU.airStations().size();
        long places = cities + 1;
        Map<Measurement, Long> series = new EnumMap<>(Measurement.class);
        series.put(
                Measurement.TRANSIT_STOP_1M,
                CHENGDU.stops().stream().map(Stop::stopId).distinct().count());
        series.put(Measurement.TRANSIT_ROUTE_15M, (long) CHENGDU.routes().size());
        series.put(Measurement.TRANSIT_CITY_1M, cities);
        series.put(Measurement.TRANSIT_CITY_1H, cities);
        series.put(Measurement.TRANSIT_CITY_1D, cities);
        series.put(Measurement.TRANSIT_ROAMING_1H, cities * (cities - 1));
        series.put(Measurement.TRANSIT_OD_1H, cities * cities);
        series.put(Measurement.TRANSIT_UNMATCHED_1H, cities);
        series.put(Measurement.AIR_STATION_1H, stations);
        series.put(Measurement.AIR_STATION_1D, stations);
        series.put(Measurement.AIR_CITY_1H, cities);
        series.put(Measurement.AIR_CITY_1D, cities);
        series.put(Measurement.AIR_CITY_INDEX_MTD, cities);
        series.put(Measurement.WATER_SECTION, (long) CHENGDU.waterSections().size());
        series.put(Measurement.WATER_CITY_4H, cities);
        series.put(
                Measurement.WATER_RIVER_4H,
                CHENGDU.waterSections().stream()
                        .map(WaterSection::river)
                        .distinct()
                        .count());
        series.put(Measurement.REGION_1H, 1L);
        series.put(Measurement.ALERT_ACTIVE_1M, places * DOMAINS * Severity.values().length);
        series.put(Measurement.ALERT_SUMMARY_1D, places * DOMAINS);
        series.put(Measurement.FEED_LEDGER_1M, (long) Feed.values().length);
        return series;
    }

    @Test
    void saysHowManySeriesAndPointsThereAreAtMost() throws Exception {
        Map<Measurement, Long> series = series();
        assertThat(series.keySet()).hasSize(Measurement.values().length - 1).doesNotContain(Measurement.ALERT);
        long all = series.values().stream().mapToLong(Long::longValue).sum();
        long ofStops = series.get(Measurement.TRANSIT_STOP_1M);

        for (String readme : new String[] {"README.md", "README.zh.md"}) {
            String text = Files.readString(Path.of(Deployment.DOCKER.toString(), "..", readme));
            assertThat(text)
                    .as(readme)
                    .contains(String.format(Locale.ROOT, "%,d", all))
                    .contains(String.format(Locale.ROOT, "%,d", ofStops * MINUTES));
        }
    }
}
