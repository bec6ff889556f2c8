package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake each, what the author of the rule reads about it, and its neighbours go on. */
class RuleRefusalTest {

    private static final String KEYS =
            "id, version, family, kind, title_zh, title_en, text_zh, text_en, measurement, field, filter,"
                    + " direction, ladder, tiers, for, clear_for, min_completeness, settings, groups, covers,"
                    + " enabled, schedule";

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title_en: "Air      | titel_en: "Air        | 5:3 rule aqi: titel_en: unknown key; expected KEYS + 1:3 rule aqi: title_en: is missing
            id: aqi             | id: Aqi               | 1:7 rule Aqi: id: 'Aqi' is not of lower-case letters, digits, - and _, 64 at most
            id: aqi             | id: [aqi]             | 1:7 id: is not a line of text
            id: aqi             | enabled: true         | 1:3 id: is missing
            version: 2          | version: two          | 2:12 rule aqi: version: two is not a whole number
            version: 2          | version: 2.0          | 2:12 rule aqi: version: 2.0 is not a whole number
            version: 2          | version: 0            | 2:12 rule aqi: version: 0 is less than 1
            version: 2          | enabled: true         | 1:3 rule aqi: version: is missing
            threshold           | treshold              | 3:9 rule aqi: kind: treshold is none of KINDS
            threshold           | ``                    | 3:8 rule aqi: kind: is not a line of text
            AQI {value} at      | AQI {vlaue} at        | 7:12 rule aqi: text_en: there is no placeholder {vlaue}; known are [at, entity, expected, severity, since, state, threshold, value]
            AQI {value} at      | AQI {value at         | 7:12 rule aqi: text_en: a brace has no partner
            "AQI {value} at     | "AQI\\x0A at          | 7:12 rule aqi: text_en: is not a line of text
            air_city_1h         | air_city_1m           | 8:16 rule aqi: measurement: no job writes 'air_city_1m' for rules to read
            measurement: air_city_1h | enabled: true    | 1:3 rule aqi: measurement: is missing
            field: aqi          | field: aqy            | 9:10 rule aqi: field: air_city_1h has no field 'aqy' that holds a number
            field: aqi          | field: standard       | 9:10 rule aqi: field: air_city_1h has no field 'standard' that holds a number
            field: aqi          | enabled: true         | 1:3 rule aqi: field: is missing
            {city_code: "510100"} | {city: "510100"}    | 10:12 rule aqi: filter.city: air_city_1h has no such tag
            "510100"            | "510199"              | 10:12 rule aqi: filter.city_code: the region has no city_code 510199
            {city_code: "510100"} | Chengdu             | 10:11 rule aqi: filter: is not a mapping
            "510100"            | [510100]              | 10:23 rule aqi: filter.city_code: is not a line of text
            direction: above    | direction: over       | 11:14 rule aqi: direction: over is none of above, at_least, below, at_most
            direction: above    | enabled: true         | 1:3 rule aqi: direction: is missing
            blue:               | green:                | 13:5 rule aqi: ladder.green: unknown key; expected blue, yellow, orange, red
            raise: 60           | rise: 60              | 13:12 rule aqi: ladder.blue.rise: unknown key; expected raise, clear + 13:11 rule aqi: ladder.blue.raise: is missing
            raise: 60           | raise: 6e1            | 13:19 rule aqi: ladder.blue.raise: 6e1 is not a number
            raise: 60           | raise: .nan           | 13:19 rule aqi: ladder.blue.raise: .nan is not a number
            clear: 50           | clear: 61             | 13:30 rule aqi: ladder.blue.clear: 61 is above its raise threshold 60
            raise: 100.50       | raise: 60             | 14:18 rule aqi: ladder.red.raise: 60 is not beyond that of blue, 60 + 14:29 rule aqi: ladder.red.clear: 90 is above its raise threshold 60
            blue: {raise: 60, clear: 50} | blue: 60     | 13:11 rule aqi: ladder.blue: is not a mapping of raise, clear
            for: 90min          | for: 90               | 15:8 rule aqi: for: 90 is not a duration such as 90min, 2h or 3d
            for: 90min          | for: -1h              | 15:8 rule aqi: for: -1h is not a duration such as 90min, 2h or 3d
            clear_for: 2h       | clear_for: 2 h        | 16:14 rule aqi: clear_for: 2 h is not a duration such as 90min, 2h or 3d
            0.6                 | 60%                   | 17:21 rule aqi: min_completeness: 60% is not a number
            0.6                 | 60                    | 17:21 rule aqi: min_completeness: 60 is not between 0 and 1
            [mon, sun]          | [mon, funday]         | 18:26 rule aqi: schedule.days.funday: is none of mon, tue, wed, thu, fri, sat, sun
            [mon, sun]          | mon                   | 18:20 rule aqi: schedule.days: is no list, or an empty one
            [mon, sun]          | []                    | 18:20 rule aqi: schedule.days: is no list, or an empty one
            days:               | day:                  | 18:14 rule aqi: schedule.day: unknown key; expected days, from_hour, to_hour
            from_hour: 7        | from_hour: 24         | 18:43 rule aqi: schedule.from_hour: 24 is not between 0 and 23
            to_hour: 22         | to_hour: 0            | 18:55 rule aqi: schedule.to_hour: 0 is not between 1 and 24
            clear_for: 2h       | groups: {all: {name_zh: a, name_en: b, members: ["510100"]}} | 16:3 rule aqi: groups: are for rules of kind joint only
            clear_for: 2h       | settings: {limit: 1}  | 16:14 rule aqi: settings.limit: rules of kind threshold have no such setting
            clear_for: 2h       | for: 2h               | 16:3 rule aqi: for: is given twice
            clear_for: 2h       | enabled: yes          | 16:12 rule aqi: enabled: yes is none of true, false
            clear_for: 2h       | <<: {for: 2h}         | 16:3 rule aqi: <<: unknown key; expected KEYS
            clear_for: 2h       | [for]: 2h             | 16:3 rule aqi: has a key that is not text
            clear_for: 2h       | tiers: [{severity: red, limits: [{above: 1, for: 1h}]}] | 16:3 rule aqi: tiers: this kind has a ladder instead
            """)
    void ofARuleWithALadder(String old, String replacement, String problems) {
        Rules rules = SmallRules.read(SmallRules.replacing(old, replacement));
        assertThat(rules.refused()).extracting(RuleRefusal::toString).containsExactlyInAnyOrder(expected(problems));
        assertThat(SmallRules.ids(rules)).containsExactly("heavy", "linkage");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            severity: yellow    | severity: amber       | 29:18 rule heavy: tiers.severity: amber is none of blue, yellow, orange, red
            severity: yellow,   | ``                    | 29:7 rule heavy: tiers.severity: is missing
            [{above: 200, for: 48h}] | {above: 200, for: 48h} | 29:34 rule heavy: tiers.limits: is no list, or an empty one
            , limits: [{above: 200, for: 48h}] | ``     | 29:7 rule heavy: tiers.limits: is missing
            above: 200          | over: 200             | 29:36 rule heavy: tiers.yellow.over: unknown key; expected above, at_least, below, at_most, for + 29:35 rule heavy: tiers.yellow: a limit has exactly one of above, at_least, below, at_most
            above: 200          | above: 200, below: 9  | 29:35 rule heavy: tiers.yellow: a limit has exactly one of above, at_least, below, at_most
            for: 48h            | for: 90min            | 29:53 rule heavy: tiers.yellow.for: 90min is not a whole number of hours from 1 to 336
            for: 48h            | for: 15d              | 29:53 rule heavy: tiers.yellow.for: 15d is not a whole number of hours from 1 to 336
            , for: 48h          | ``                    | 29:35 rule heavy: tiers.yellow.for: is missing
            at_least: 300       | at_least: much        | 30:66 rule heavy: tiers.red.at_least: much is not a number
            enabled: false      | settings: {mean_hours: 5} | 28:3 rule heavy: tiers.yellow.hours: 48 cannot be divided by the rule's period_minutes and mean_hours + 28:3 rule heavy: tiers.red.hours: 96 cannot be divided by the rule's period_minutes and mean_hours + 28:3 rule heavy: tiers.red.hours: 48 cannot be divided by the rule's period_minutes and mean_hours
            enabled: false      | family: Heavy         | 31:11 rule heavy: family: 'Heavy' is not of lower-case letters, digits, - and _, 64 at most
            enabled: false      | direction: above      | 31:14 rule heavy: direction: rules of kind consecutive_duration have none
            enabled: false      | ladder: {red: {raise: 1, clear: 1}} | 31:3 rule heavy: ladder: this kind has tiers instead
            """)
    void ofARuleWithTiers(String old, String replacement, String problems) {
        Rules rules = SmallRules.read(SmallRules.replacing(old, replacement));
        assertThat(rules.refused()).extracting(RuleRefusal::toString).containsExactlyInAnyOrder(expected(problems));
        assertThat(SmallRules.ids(rules)).containsExactly("aqi", "linkage");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: linkage         | id: aqi               | 32:7 rule aqi: id: is already that of the rule in line 1
            settings: {limit: 200} | enabled: true      | 32:3 rule linkage: settings.limit: rules of kind joint need it
            {limit: 200}        | {limits: 200}         | 42:14 rule linkage: settings.limits: rules of kind joint have no such setting + 42:3 rule linkage: settings.limit: rules of kind joint need it
            {limit: 200}        | {limit: many}         | 42:21 rule linkage: settings.limit: many is not a number
            "512000"            | "510600"              | 44:67 rule linkage: groups.both.members.510600: the region has no city_code 510600
            "512000"            | "510100"              | 44:5 rule linkage: groups.both: names a member twice
            "512000"            | {}                    | 44:67 rule linkage: groups.both.members: is not a line of text
            ["510100", "512000"] | all                 | 44:56 rule linkage: groups.both.members: is no list, or an empty one
            {name_zh: 两市, name_en: Both cities, members: ["510100", "512000"]} | ["510100"] | 44:11 rule linkage: groups.both: is not a mapping of name_zh, name_en, members
            name_zh: 两市,      | ``                    | 44:11 rule linkage: groups.both.name_zh: is missing
            Both cities         | ""                    | 44:34 rule linkage: groups.both.name_en: is not a line of text
            name_en             | name                  | 44:25 rule linkage: groups.both.name: unknown key; expected name_zh, name_en, members + 44:11 rule linkage: groups.both.name_en: is missing
            both:               | Both:                 | 44:5 rule linkage: groups.Both: 'Both' is not of lower-case letters, digits, - and _, 64 at most
            settings: {limit: 200} | covers: [heavy, aqy] | 32:3 rule linkage: settings.limit: rules of kind joint need it + 42:19 rule linkage: covers.aqy: there is no rule of family aqy
            settings: {limit: 200} | covers: aqi        | 32:3 rule linkage: settings.limit: rules of kind joint need it + 42:11 rule linkage: covers: is no list, or an empty one
            raise: 2            | raise: 3              | 44:5 rule linkage: groups.both: has 2 members, so yellow at 3 could never be raised
            raise: 2            | raise: 1.5            | 46:5 rule linkage: ladder.yellow: this kind counts, so its thresholds are whole numbers of at least 1 + 46:33 rule linkage: ladder.yellow.clear: 2 is above its raise threshold 1.5
            """)
    void ofAJointRule(String old, String replacement, String problems) {
        Rules rules = SmallRules.read(SmallRules.replacing(old, replacement));
        assertThat(rules.refused()).extracting(RuleRefusal::toString).containsExactlyInAnyOrder(expected(problems));
        assertThat(SmallRules.ids(rules)).containsExactly("aqi", "heavy");
    }

    @Test
    void ofCardsAndOfNoDataKnowsWhichKeysTheyDoWithout() {
        String cards = card("measurement: transit.taps");
        assertThat(SmallRules.read(cards).refused()).isEmpty();
        assertThat(SmallRules.read(
                                card("measurement: transit_stop_1m, field: total_entries, filter: {stop_id: always}"))
                        .refused())
                .extracting(RuleRefusal::toString)
                .containsExactly(
                        "rules.yaml:2:17 rule card: measurement: rules on cards read transit.taps",
                        "rules.yaml:2:41 rule card: field: rules on cards have none",
                        "rules.yaml:2:56 rule card: filter: rules on cards have none");
    }

    @Test
    void tellsEverythingThatIsWrongWithARuleInTheOrderOfTheFile() {
        Rules rules = SmallRules.read("""
                - id: a
                  version: x
                  kind: nothing
                  title_zh: ""
                  text_en: "{"
                - 7
                """);
        assertThat(rules.valid()).isEmpty();
        assertThat(rules.refused())
                .extracting(refusal -> refusal.line() + ":" + refusal.column() + " " + refusal.field())
                .containsExactly(
                        "1:3 measurement",
                        "1:3 title_en",
                        "1:3 text_zh",
                        "2:12 version",
                        "3:9 kind",
                        "4:13 title_zh",
                        "6:3 ");
        assertThat(rules.refused().get(6).ruleId()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rules: []           | rules.yaml:1:1 is not a list of rules
            - id: a: b          | rules.yaml:1:8 is not YAML: mapping values are not allowed here
            - &a [*b]           | rules.yaml:1:7 is not YAML: found undefined alias b
            - !!java.io.File [/] | rules.yaml:1:3 is not YAML: Global tag is not allowed: tag:yaml.org,2002:java.io.File
            `- "a`              | rules.yaml:1:5 is not YAML: found unexpected end of stream
            """)
    void refusesAFileThatIsNoListOfRulesWithOneMessage(String content, String message) {
        Rules rules = SmallRules.read(content);
        assertThat(rules.valid()).isEmpty();
        assertThat(rules.refused()).extracting(RuleRefusal::toString).containsExactly(message);
    }

    @Test
    void refusesWhatIsNoTextWithItsPlace() {
        byte[] content = {'#', '\n', '-', ' ', (byte) 0xFF};
        assertThat(SmallRules.read(content).refused())
                .containsExactly(new RuleRefusal("rules.yaml", 2, 3, "", "", "is not UTF-8"));
    }

    private static String card(String input) {
        return """
                - {id: card, version: 1, kind: card_in_two_places, title_zh: 卡, title_en: C, text_zh: 卡, text_en: C,
                   %s, direction: at_least, ladder: {red: {raise: 300, clear: 300}}}
                """.formatted(input);
    }

    private static String[] expected(String problems) {
        List<String> kinds = List.of(
                "threshold, rate_of_change, surge, no_data, stuck_sensor, consecutive_duration, joint, river_propagation",
                "card_in_two_places, aggregate_share");
        String spelled = problems.replace("KEYS", KEYS).replace("KINDS", String.join(", ", kinds));
        return List.of(spelled.split(" \\+ ", -1)).stream()
                .map(problem -> "rules.yaml:" + problem)
                .toArray(String[]::new);
    }
}
