package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.SmallCity.CITY;
import static org.tongcheng.alerts.SmallCity.OTHER;
import static org.tongcheng.alerts.SmallCity.city;
import static org.tongcheng.alerts.SmallCity.section;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.testkit.ShanghaiTime;

/** Joint rules, rivers, and shares across measurements. */
final class GroupsTest {

    static final String JOINT = SmallCity.rule(
            "joint",
            "joint",
            "air_city_1h",
            "field: aqi",
            "direction: above",
            "settings: {limit: 100}",
            "groups: {both: {name_zh: \"两市\", name_en: \"Both\", members: [\"510100\", \"512000\"]}}",
            "ladder: {blue: {raise: 1, clear: 1}, yellow: {raise: 2, clear: 2}}");
    static final String RIVER = SmallCity.rule(
            "river",
            "river_propagation",
            "water_section",
            "field: tp",
            "direction: above",
            "settings: {tolerance_hours: 12}",
            "ladder: {blue: {raise: 0.2, clear: 0.2}, yellow: {raise: 0.3, clear: 0.3}}");
    static final String SHARE = SmallCity.rule(
            "share",
            "aggregate_share",
            "transit_unmatched_1h",
            "field: entries_without_exit",
            "direction: above",
            "ladder: {blue: {raise: 0.1, clear: 0.08}}");
    static final RegionBundle ALL = SmallCity.with(JOINT + RIVER + SHARE);

    private static final String BOTH = "joint@1 both #0 firing yellow 2026-03-05T09:00 since 2026-03-05T09:00";

    static Result unmatched(String city, String hour, int entries) {
        return Measurement.TRANSIT_UNMATCHED_1H
                .at(ShanghaiTime.at(hour))
                .tag("city_code", city)
                .integer("entries_without_exit", entries)
                .build(0);
    }

    static Result entries(String city, String hour, int entries, int revision) {
        return Measurement.TRANSIT_CITY_1H
                .at(ShanghaiTime.at(hour))
                .tag("city_code", city)
                .integer("total_entries", entries)
                .build(revision);
    }

    @Test
    void allMembersTellOfAnHourTogether() throws Exception {
        try (Watching watching = Watching.groups(ALL, null)) {
            assertThat(watching.feed(city(CITY, "2026-03-05T09:00", 150, 10, 0)))
                    .isEmpty();
            List<AlertTransition> issued = watching.raw(city(OTHER, "2026-03-05T09:00", 120, 10, 0));
            assertThat(issued).extracting(Watching::text).containsExactly(BOTH);
            assertThat(issued.get(0).entity().kind()).isEqualTo(EntityKind.GROUP);
            assertThat(issued.get(0).evidence()).hasSize(2);
            assertThat(watching.feed(city(OTHER, "2026-03-05T09:00", 80, 10, 1)))
                    .containsExactly("joint@1 both #1 firing blue 2026-03-05T09:00 since 2026-03-05T09:00");
        }
    }

    @Test
    void whoDoesNotReportIsNotWaitedForForEver() throws Exception {
        try (Watching watching = Watching.groups(ALL, null)) {
            watching.feed(city(CITY, "2026-03-05T09:00", 150, 10, 0));
            assertThat(watching.watermark("2026-03-05T10:59")).isEmpty();
            assertThat(watching.watermark("2026-03-05T11:00"))
                    .containsExactly("joint@1 both #0 firing blue 2026-03-05T09:00 since 2026-03-05T09:00");
            assertThat(watching.feed(city(OTHER, "2026-03-05T09:00", 120, 10, 0)))
                    .containsExactly("joint@1 both #1 firing yellow 2026-03-05T09:00 since 2026-03-05T09:00");
        }
    }

    @Test
    void aCityWaitsForItsStations() throws Exception {
        try (Watching watching = Watching.groups(ALL, null)) {
            watching.feed(city(CITY, "2026-03-05T09:00", 150, 10, 0), city(OTHER, "2026-03-05T09:00", 150, 3, 0));
            assertThat(watching.watermark("2026-03-05T10:00")).isEmpty();
            assertThat(watching.feed(city(OTHER, "2026-03-05T09:00", 80, 10, 1)))
                    .containsExactly("joint@1 both #0 firing blue 2026-03-05T09:00 since 2026-03-05T09:00");
            assertThat(watching.watermark("2026-03-05T12:00")).isEmpty();
        }
    }

    @Test
    void enoughMembersAreTellingWhenNewsMustNotWait() throws Exception {
        try (Watching watching = Watching.live(ALL, null)) {
            assertThat(watching.feed(city(CITY, "2026-03-05T09:00", 150, 10, 0)))
                    .containsExactly("joint@1 both #0 firing blue 2026-03-05T09:00 since 2026-03-05T09:00");
            assertThat(watching.feed(city(OTHER, "2026-03-05T09:00", 120, 10, 0)))
                    .containsExactly("joint@1 both #1 firing yellow 2026-03-05T09:00 since 2026-03-05T09:00");
            // One of the next hour would be less than that.
            assertThat(watching.feed(city(CITY, "2026-03-05T10:00", 150, 10, 0)))
                    .isEmpty();
        }
    }

    @Test
    void aSectionIsWarnedOfWhatComesDownAndItsOwnReportDecides() throws Exception {
        try (Watching watching = Watching.groups(ALL, null)) {
            watching.feed(
                    section("upper", "2026-03-05T00:00", "0.35", "normal"),
                    section("lower", "2026-03-05T00:00", "0.1", "normal"));
            watching.watermarkQuietly("2026-03-05T00:00");
            List<AlertTransition> issued = watching.take();
            assertThat(issued)
                    .extracting(Watching::text)
                    .containsExactly("river@1 lower #0 firing yellow 2026-03-05T00:00 since 2026-03-05T00:00");
            assertThat(issued.get(0).evidence())
                    .extracting(point -> point.entityId() + " " + ShanghaiTime.local(point.time()))
                    .containsExactly("upper 2026-03-05T00:00", "lower 2026-03-05T10:00");
            watching.feed(
                    section("upper", "2026-03-05T08:00", "0.1", "normal"),
                    section("lower", "2026-03-05T08:00", "0.25", "normal"));
            assertThat(watching.watermark("2026-03-05T08:00"))
                    .containsExactly(
                            "river@1 lower #1 resolved yellow 2026-03-05T08:00 since 2026-03-05T00:00" + " confirmed");
        }
    }

    @Test
    void aWarningExpiresAndIsTakenBackWithItsGround() throws Exception {
        try (Watching watching = Watching.groups(ALL, null)) {
            watching.feed(section("upper", "2026-03-05T00:00", "0.25", "normal"));
            assertThat(watching.watermark("2026-03-05T00:00")).hasSize(1);
            watching.feed(section("upper", "2026-03-06T00:00", "0.1", "normal"));
            assertThat(watching.watermark("2026-03-06T00:00"))
                    .containsExactly("river@1 lower #1 resolved blue 2026-03-05T22:00 since 2026-03-05T00:00 expired");
            assertThat(watching.feed(section("lower", "2026-03-05T12:00", "0.1", "normal")))
                    .isEmpty();
            assertThat(watching.feed(section("upper", "2026-03-05T00:00", "0.15", "normal")
                            .withRevision(1)))
                    .containsExactly("river@1 lower #2 retracted blue 2026-03-06T00:00 since 2026-03-05T00:00"
                            + " data_corrected");
        }
    }

    @Test
    void aShareIsTakenOfTheEntriesOfTheSameHour() throws Exception {
        try (Watching watching = Watching.groups(ALL, null)) {
            watching.feed(
                    unmatched(CITY, "2026-03-05T09:00", 11),
                    entries(OTHER, "2026-03-05T09:00", 10, 0),
                    entries(CITY, "2026-03-05T09:00", 100, 0));
            watching.watermarkQuietly("2026-03-05T09:00");
            List<AlertTransition> issued = watching.take();
            assertThat(issued)
                    .extracting(Watching::text)
                    .containsExactly("share@1 510100 #0 firing blue 2026-03-05T09:00 since 2026-03-05T09:00");
            assertThat(issued.get(0).value()).isEqualByComparingTo("0.11");
            assertThat(watching.feed(entries(CITY, "2026-03-05T09:00", 1000, 1)))
                    .containsExactly("share@1 510100 #1 retracted blue 2026-03-05T09:00 since 2026-03-05T09:00"
                            + " data_corrected");
        }
    }

    @Test
    void nothingIsKeptOfWhatNoRuleAsksFor() throws Exception {
        try (Watching watching = Watching.groups(SmallCity.with("[]"), null)) {
            watching.feed(city(CITY, "2026-03-05T09:00", 150, 10, 0));
            assertThat(watching.remembered()).isZero();
        }
    }
}
