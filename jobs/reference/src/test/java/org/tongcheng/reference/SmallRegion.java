package org.tongcheng.reference;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A valid region of a few rows, as the content of its files, to be changed one place at a time. */
final class SmallRegion {

    private final Map<String, byte[]> files = new TreeMap<>();

    SmallRegion() {
        with("region.yaml", """
                id: small-1
                name_zh: 小区域
                name_en: Small region
                time_zone: Asia/Shanghai
                """);
        with("cities.csv", """
                city_code,name_zh,name_en,population,longitude,latitude
                510100,成都市,Chengdu,20937757,104.0633,30.6598
                512000,资阳市,Ziyang,,,
                """);
        with("routes.csv", """
                route_id,route_short_name,route_type,agency_id,city_code
                S3,S3线,1,metro,510100
                K9,K9,3,bus,512000
                """);
        with("stops.csv", """
                stop_id,stop_name,city_code,route_id,longitude,latitude,valid_from,valid_to
                always,福田,510100,S3,104.1,30.5,,
                moved,老站,510100,S3,,,,2026-02-28
                moved,新站,512000,,,,2026-03-01,
                """);
        with("air_stations.csv", """
                station_id,name,city_code,longitude,latitude,pollutants,valid_from,valid_to
                1431A,金泉两河,510100,103.9727,30.7242,,,
                1437A,君平街,510100,,,pm2_5; so2,,2020-12-31
                3357A,金博路,510100,,,,2021-01-01,
                2562A,资阳中学,512000,,,,,
                """);
        with("water_sections.csv", """
                section_id,name,river,city_code,kind,target_class,downstream_id,travel_hours,longitude,latitude,valid_from,valid_to
                upper,宏缘,沱江,510100,river,3,lower,10.5,104.592,30.308,,
                lower,幸福村,沱江,512000,,,,,,,,
                pond,三岔湖,三岔湖,512000,lake,2,,,,,2025-01-01,2025-12-31
                """);
    }

    SmallRegion with(String file, String content) {
        return with(file, content.getBytes(StandardCharsets.UTF_8));
    }

    SmallRegion with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    SmallRegion without(String file) {
        files.remove(file);
        return this;
    }

    SmallRegion replacing(String file, String old, String replacement) {
        String content = text(file);
        if (!content.contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        return with(file, content.replace(old, replacement));
    }

    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    byte[] bytes(String file) {
        byte[] content = files.get(file);
        if (content == null) {
            throw new IllegalArgumentException("no " + file);
        }
        return content;
    }

    Region read() {
        return new RegionReader(files::get).read();
    }
}
