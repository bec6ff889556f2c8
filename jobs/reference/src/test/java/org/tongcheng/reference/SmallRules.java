package org.tongcheng.reference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongcheng.domain.alert.AlertRule;

/** Three valid rules, one with a ladder, one with tiers, one joint, to be changed one place at a time. */
final class SmallRules {

    /** Line 1 is the first. */
    static final String TEXT = """
            - id: aqi
              version: 2
              kind: threshold
              title_zh: "空气质量{severity}预警"
              title_en: "Air quality, {severity}"
              text_zh: "{entity} AQI {value}"
              text_en: "AQI {value} at {entity}"
              measurement: air_city_1h
              field: aqi
              filter: {city_code: "510100"}
              direction: above
              ladder:
                blue: {raise: 60, clear: 50}
                red: {raise: 100.50, clear: 90}
              for: 90min
              clear_for: 2h
              min_completeness: 0.6
              schedule: {days: [mon, sun], from_hour: 7, to_hour: 22}
            - id: heavy
              version: 1
              kind: consecutive_duration
              title_zh: 重污染
              title_en: Heavy pollution
              text_zh: 重污染
              text_en: Heavy pollution
              measurement: air_city_1h
              field: aqi
              tiers:
                - {severity: yellow, limits: [{above: 200, for: 48h}]}
                - {severity: red, limits: [{above: 200, for: 4d}, {at_least: 300, for: 48h}]}
              enabled: false
            - id: linkage
              version: 1
              kind: joint
              title_zh: 联动
              title_en: Linkage
              text_zh: 联动
              text_en: Linkage
              measurement: air_city_1h
              field: aqi
              direction: above
              settings: {limit: 200}
              groups:
                both: {name_zh: 两市, name_en: Both cities, members: ["510100", "512000"]}
              ladder:
                yellow: {raise: 2, clear: 2}
            """;

    private SmallRules() {}

    static Rules read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Rules read(byte[] content) {
        return RuleFile.read(content, new SmallRegion().read());
    }

    static String replacing(String old, String replacement) {
        if (!TEXT.contains(old)) {
            throw new IllegalArgumentException("no " + old);
        }
        int start = TEXT.indexOf(old);
        return TEXT.substring(0, start) + replacement + TEXT.substring(start + old.length());
    }

    static List<String> ids(Rules rules) {
        return rules.valid().stream().map(AlertRule::id).toList();
    }
}
