package org.tongcheng.alerts;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.ShanghaiTime;

/** A region of two cities and a river, with the rules of a test, and points of it. Times are local. */
public final class SmallCity {

    public static final String CITY = "510100";
    public static final String OTHER = "512000";
    public static final String LABELS = """
              title_zh: "{entity}"
              title_en: "{entity} {severity} {state}"
              text_zh: "{value}"
              text_en: "{value} {threshold}"
            """;

    private SmallCity() {}

    /** @param rules the text of rules.yaml */
    public static RegionBundle with(String rules) {
        Map<String, byte[]> files = new TreeMap<>();
        put(files, "region.yaml", """
                id: small-1
                name_zh: 小区域
                name_en: Small region
                time_zone: Asia/Shanghai
                """);
        put(files, "cities.csv", """
                city_code,name_zh,name_en,population,longitude,latitude
                510100,成都市,Chengdu,20937757,104.0633,30.6598
                512000,资阳市,Ziyang,,,
                """);
        put(files, "stops.csv", """
                stop_id,stop_name,city_code,route_id,longitude,latitude,valid_from,valid_to
                square,天府广场,510100,,,,,
                """);
        put(files, "air_stations.csv", """
                station_id,name,city_code,longitude,latitude,pollutants,valid_from,valid_to
                1431A,金泉两河,510100,,,,,
                2562A,资阳中学,512000,,,,,
                """);
        put(files, "water_sections.csv", """
                section_id,name,river,city_code,kind,target_class,downstream_id,travel_hours,longitude,latitude,valid_from,valid_to
                upper,宏缘,沱江,510100,river,3,lower,10,,,,
                lower,幸福村,沱江,512000,,,,,,,,
                """);
        put(files, "rules.yaml", rules);
        RegionBundle bundle = new RegionBundle(files);
        if (!bundle.rules().refused().isEmpty()) {
            throw new IllegalArgumentException(bundle.rules().refused().toString());
        }
        return bundle;
    }

    /** The same with another file in place of one. */
    public static RegionBundle with(RegionBundle bundle, String file, String text) {
        Map<String, byte[]> files = new TreeMap<>(bundle.files());
        put(files, file, text);
        return new RegionBundle(files);
    }

    /** A rule on the AQI of stations: blue from 100, yellow from 200. Lines of {@code more} are keys of it. */
    public static String stationRule(int version, String... more) {
        return """
                - id: station-aqi
                  version: %d
                  kind: threshold
                  measurement: air_station_1h
                  field: aqi
                  direction: above
                  ladder:
                    blue: {raise: 100, clear: 90}
                    yellow: {raise: 200, clear: 190}
                """.formatted(version) + LABELS + lines(more);
    }

    /** A rule of any kind. Lines of {@code more} are keys of it. */
    public static String rule(String id, String kind, String measurement, String... more) {
        return "- id: " + id + "\n  version: 1\n  kind: " + kind + "\n  measurement: " + measurement + "\n" + LABELS
                + lines(more);
    }

    public static Result station(String station, String label, int aqi, int revision) {
        return Measurement.AIR_STATION_1H
                .at(ShanghaiTime.at(label))
                .tag("city_code", station.equals("2562A") ? OTHER : CITY)
                .tag("station_id", station)
                .integer("aqi", aqi)
                .build(revision);
    }

    /** The hour of a city of ten stations. */
    public static Result city(String city, String label, int aqi, int reporting, int revision) {
        return Measurement.AIR_CITY_1H
                .at(ShanghaiTime.at(label))
                .tag("city_code", city)
                .integer("aqi", aqi)
                .integer("stations_reporting", reporting)
                .integer("stations_expected", 10)
                .build(revision);
    }

    /** A report of a section: {@code upper} or {@code lower}. */
    public static Result section(String section, String time, String tp, String status) {
        return Measurement.WATER_SECTION
                .at(ShanghaiTime.at(time))
                .tag("city_code", section.equals("lower") ? OTHER : CITY)
                .tag("river", "沱江")
                .tag("section_id", section)
                .decimal("tp", new BigDecimal(tp))
                .text("station_status", status)
                .build(0);
    }

    /** A minute of a feed's ledger. */
    public static Result ledger(String feed, String minute, int received) {
        return Measurement.FEED_LEDGER_1M
                .at(ShanghaiTime.at(minute))
                .tag("feed", feed)
                .integer("received", received)
                .build(0);
    }

    private static String lines(String... more) {
        StringBuilder lines = new StringBuilder();
        for (String line : more) {
            lines.append("  ").append(line).append('\n');
        }
        return lines.toString();
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
