package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.SmallCity.CITY;
import static org.tongcheng.alerts.SmallCity.city;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.AlertsTopology;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.testkit.GoldenFiles;

/** A savepoint of version 1, as {@link GoldenStates} wrote it, is read, and the watching goes on where it stopped. */
final class GoldenStateTest {

    private final Watching watching;

    /** Started with a region without rules: that of the savepoint stays in force. */
    GoldenStateTest() throws Exception {
        watching = Watching.series(
                SmallCity.with("[]"),
                Objects.requireNonNull(GoldenFiles.states("v1").get(AlertsTopology.SERIES_UID)));
    }

    @AfterEach
    void close() throws Exception {
        watching.close();
    }

    @Test
    void anOpenAlertGoesOn() throws Exception {
        assertThat(watching.feed(city(CITY, "2026-03-05T10:00", 50, 10, 0)))
                .containsExactly("city-aqi@1 510100 #1 resolved blue 2026-03-05T10:00 since 2026-03-05T09:00 cleared");
    }

    @Test
    void aHeldHourIsReleasedByItsTimer() throws Exception {
        assertThat(watching.watermark("2026-03-05T11:00"))
                .containsExactly("city-aqi@1 512000 #0 firing blue 2026-03-05T09:00 since 2026-03-05T09:00");
    }

    @Test
    void anAlertOfVersionOneEndsWithItsRule() throws Exception {
        assertThat(watching.publish(SmallCity.with("[]")))
                .containsExactly(
                        "city-aqi@1 510100 #1 resolved blue 2026-03-05T09:00 since 2026-03-05T09:00 rule_changed");
    }
}
