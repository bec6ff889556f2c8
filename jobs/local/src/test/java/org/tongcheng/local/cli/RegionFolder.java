package org.tongcheng.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A region of a few rows with one good rule, to be spoilt one file at a time. */
final class RegionFolder {

    static final String RULE = """
            - id: aqi
              version: 1
              kind: threshold
              title_zh: "空气质量{severity}"
              title_en: "Air quality, {severity}"
              text_zh: "{entity} {value}"
              text_en: "{value} at {entity}"
              measurement: air_city_1h
              field: aqi
              direction: above
              ladder:
                blue: {raise: 60, clear: 50}
            """;

    final Path path;

    RegionFolder(Path parent) throws IOException {
        path = Files.createDirectory(parent.resolve("region"));
        with("region.yaml", """
                id: small-1
                name_zh: 小区域
                name_en: Small region
                time_zone: Asia/Shanghai
                """);
        with("cities.csv", """
                city_code,name_zh,name_en,population,longitude,latitude
                510100,成都市,Chengdu,20937757,104.0633,30.6598
                """);
        with("rules.yaml", RULE);
    }

    RegionFolder with(String file, String content) throws IOException {
        Files.writeString(path.resolve(file), content);
        return this;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
