package org.tongcheng.alerts.operator;

import static org.tongcheng.alerts.SmallCity.CITY;
import static org.tongcheng.alerts.SmallCity.OTHER;
import static org.tongcheng.alerts.SmallCity.city;
import static org.tongcheng.alerts.SmallCity.station;

import java.nio.file.Path;
import java.util.Map;
import org.tongcheng.alerts.AlertsTopology;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.alerts.cards.CardsTopology;
import org.tongcheng.alerts.cards.GoldenCardsTest;
import org.tongcheng.alerts.handling.GoldenHandlingTest;
import org.tongcheng.alerts.handling.HandlingTopology;
import org.tongcheng.alerts.points.GoldenPointsTest;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.GoldenFiles;

/**
 * Writes the golden state files: what the operators leave in a savepoint. A released version's file stays as it is; a change
 * of state that cannot read it is a migration. For a new version, or while v1 is not released, run this class on the test
 * class path of the module, such as from an editor, with one argument: the folder, {@code src/test/resources/state/v1}.
 */
final class GoldenStates {

    static final RegionBundle RULES = SmallCity.with(SmallCity.rule(
                    "city-aqi",
                    "threshold",
                    "air_city_1h",
                    "field: aqi",
                    "direction: above",
                    "ladder: {blue: {raise: 100, clear: 90}}")
            + SmallCity.rule(
                    "city-surge",
                    "surge",
                    "air_city_1h",
                    "field: aqi",
                    "direction: at_least",
                    "ladder: {blue: {raise: 9, clear: 8}}"));

    static final RegionBundle GROUPS =
            SmallCity.with(GroupsTest.JOINT + SilenceTest.silence("air_station_1h", "settings: {period_minutes: 60}"));

    private GoldenStates() {}

    public static void main(String[] folder) throws Exception {
        try (Watching watching = Watching.series(RULES, null)) {
            // Open at one city; held at the other.
            watching.feed(city(CITY, "2026-03-05T09:00", 150, 10, 0), city(OTHER, "2026-03-05T09:00", 150, 7, 0));
            GoldenFiles.write(Map.of(AlertsTopology.SERIES_UID, watching.snapshot()), Path.of(folder[0]));
        }
        try (Watching watching = Watching.groups(GROUPS, null)) {
            // A station is silent; one city's hour waits for its stations, and the joint rule for both.
            watching.feed(
                    station("1431A", "2026-03-05T07:00", 50, 0),
                    station("1431A", "2026-03-05T08:00", 50, 0),
                    station("1431A", "2026-03-05T09:00", 50, 0),
                    city(CITY, "2026-03-05T08:00", 150, 10, 0),
                    city(OTHER, "2026-03-05T08:00", 150, 10, 0),
                    city(CITY, "2026-03-05T09:00", 150, 10, 0),
                    city(OTHER, "2026-03-05T09:00", 150, 7, 0));
            watching.watermark("2026-03-05T09:00");
            GoldenFiles.write(Map.of(AlertsTopology.GROUPS_UID, watching.snapshot()), Path.of(folder[0]));
        }
        GoldenFiles.write(
                Map.of(
                        CardsTopology.CARDS_UID,
                        GoldenCardsTest.state(),
                        HandlingTopology.HANDLING_UID,
                        GoldenHandlingTest.state()),
                Path.of(folder[0]));
        GoldenFiles.write(GoldenPointsTest.states(), Path.of(folder[0]));
    }
}
