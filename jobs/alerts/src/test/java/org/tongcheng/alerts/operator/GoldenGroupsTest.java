package org.tongcheng.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.alerts.SmallCity.OTHER;
import static org.tongcheng.alerts.SmallCity.city;
import static org.tongcheng.alerts.SmallCity.station;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.alerts.AlertsTopology;
import org.tongcheng.alerts.SmallCity;
import org.tongcheng.testkit.GoldenFiles;

/** A savepoint of version 1, as {@link GoldenStates} wrote it, is read, and the watching of groups goes on. */
final class GoldenGroupsTest {

    private final Watching watching;

    /** Started with a region without rules: that of the savepoint stays in force. */
    GoldenGroupsTest() throws Exception {
        watching = Watching.groups(
                SmallCity.with("[]"),
                Objects.requireNonNull(GoldenFiles.states("v1").get(AlertsTopology.GROUPS_UID)));
    }

    @AfterEach
    void close() throws Exception {
        watching.close();
    }

    @Test
    void whatIsSilentIsHeardAgain() throws Exception {
        watching.feed(station("2562A", "2026-03-05T10:00", 50, 0));
        assertThat(watching.watermark("2026-03-05T10:00"))
                .containsExactly("silent@1 2562A #1 resolved blue 2026-03-05T10:00 since 2026-03-05T09:00 cleared");
    }

    @Test
    void aHeldCityIsReleasedByItsTimer() throws Exception {
        assertThat(watching.watermark("2026-03-05T11:00")).isEmpty();
        assertThat(watching.feed(city(OTHER, "2026-03-05T09:00", 80, 10, 1)))
                .containsExactly("joint@1 both #1 firing blue 2026-03-05T09:00 since 2026-03-05T08:00");
    }

    @Test
    void alertsOfVersionOneEndWithTheirRules() throws Exception {
        assertThat(watching.publish(SmallCity.with("[]")))
                .containsExactlyInAnyOrder(
                        "silent@1 2562A #1 resolved blue 2026-03-05T09:00 since 2026-03-05T09:00 rule_changed",
                        "joint@1 both #1 resolved yellow 2026-03-05T09:00 since 2026-03-05T08:00 rule_changed");
    }
}
