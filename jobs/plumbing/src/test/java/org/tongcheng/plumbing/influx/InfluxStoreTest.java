package org.tongcheng.plumbing.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.plumbing.influx.InfluxHarness.line;
import static org.tongcheng.plumbing.influx.InfluxHarness.point;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.SettingsException;
import org.tongcheng.testkit.FreePorts;

@Timeout(60)
class InfluxStoreTest {

    /** A revision that has lost fields, with letters that need quoting. */
    private static final Result LESSER = Measurement.AIR_CITY_1H
            .at(3_600_000)
            .tag("city_code", "5'1\"0")
            .integer("aqi", 50L)
            .build(1);

    private static int write(InfluxSettings settings, Result... points) {
        try (InfluxStore influx = new InfluxStore(settings)) {
            return influx.write(List.of(points)).status();
        }
    }

    @Test
    void writesToVersionTwoWithOrganizationBucketAndToken() {
        try (FakeInflux store = FakeInflux.two()) {
            assertThat(write(store.settings("city", null, "secret"), point("a", 1, 0)))
                    .isEqualTo(204);

            assertThat(store.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.uri().getPath()).isEqualTo("/api/v2/write");
                assertThat(asked.uri().getQuery().split("&")).contains("org=org", "bucket=city", "precision=ms");
                assertThat(asked.authorization()).isEqualTo("Token secret");
                assertThat(asked.body()).isEqualTo(line("a", 1, 0));
            });
        }
    }

    @Test
    void writesToVersionOneWithDatabaseRetentionPolicyAndPassword() {
        try (FakeInflux store = FakeInflux.one()) {
            assertThat(write(store.settings("city/week", "writer", "secret"), point("a", 1, 0)))
                    .isEqualTo(204);

            assertThat(store.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.uri().getPath()).isEqualTo("/write");
                assertThat(asked.uri().getQuery().split("&"))
                        .containsExactlyInAnyOrder("db=city", "rp=week", "precision=ms");
                assertThat(asked.authorization()).isEqualTo("Basic d3JpdGVyOnNlY3JldA==");
                assertThat(asked.body()).isEqualTo(line("a", 1, 0));
            });
        }
    }

    @Test
    void writesToVersionOneThatAsksForNoPassword() {
        try (FakeInflux store = FakeInflux.one()) {
            assertThat(write(store.settings("city", null, null), point("a", 1, 0)))
                    .isEqualTo(204);

            assertThat(store.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.uri().getQuery()).isEqualTo("db=city&precision=ms");
                assertThat(asked.authorization()).isEmpty();
            });
        }
    }

    @Test
    void deletesInVersionTwoAPointWhoseRevisionHasLostFields() {
        try (FakeInflux store = FakeInflux.two()) {
            assertThat(write(store.settings(), LESSER)).isEqualTo(204);

            assertThat(store.asked())
                    .satisfiesExactly(
                            deletion -> {
                                assertThat(deletion.uri().getPath()).isEqualTo("/api/v2/delete");
                                assertThat(deletion.body()
                                                .replace("\\u003d", "=")
                                                .replace("\\u0027", "'"))
                                        .contains(
                                                "_measurement=\\\"air_city_1h\\\" AND city_code=\\\"5'1\\\\\\\"0\\\"",
                                                "\"1970-01-01T01:00:00Z\"",
                                                "\"1970-01-01T01:00:00.001Z\"");
                            },
                            writing -> assertThat(writing.body()).contains("aqi=50i"));
        }
    }

    @Test
    void deletesInVersionOneAPointWhoseRevisionHasLostFields() {
        try (FakeInflux store = FakeInflux.one()) {
            assertThat(write(store.settings("city/week", "writer", "secret"), LESSER))
                    .isEqualTo(204);

            assertThat(store.asked())
                    .satisfiesExactly(
                            deletion -> {
                                assertThat(deletion.uri().getPath()).isEqualTo("/query");
                                assertThat(deletion.uri().getQuery())
                                        .contains("db=city")
                                        .endsWith("q=DELETE FROM \"air_city_1h\" WHERE time = 3600000ms"
                                                + " AND \"city_code\" = '5\\'1\"0'");
                                assertThat(deletion.authorization()).startsWith("Basic ");
                            },
                            writing -> assertThat(writing.body()).contains("aqi=50i"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.7.10", "1.6.7"})
    void writesNothingOverAPointThatCouldNotBeDeleted(String version) {
        try (FakeInflux store = new FakeInflux(version).always(asked -> 503)) {
            assertThat(write(store.settings(), LESSER)).isEqualTo(503);
            assertThat(store.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"database not found: city, 404", "timeout, 500"})
    void writesNothingOverAPointWhoseDeletionFailedInVersionOneUnderAGoodStatus(String error, int status) {
        try (FakeInflux store = FakeInflux.one()
                .first(200)
                .saying("{\"results\":[{\"statement_id\":0,\"error\":\"" + error + "\"}]}\n")) {
            assertThat(write(store.settings(), LESSER)).isEqualTo(status);
            assertThat(store.asked()).hasSize(1);
        }
    }

    @Test
    void writesOnceVersionOneHasDeletedWithoutAnError() {
        try (FakeInflux store =
                FakeInflux.one().first(200).saying("{\"results\":[{\"statement_id\":0,\"x\":\"\\\"error\\\":\"}]}\n")) {
            assertThat(write(store.settings(), LESSER)).isEqualTo(204);
            assertThat(store.asked()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400})
    void findsAStoreReadyThatTakesAnEmptyWriteOrFindsFaultWithItOnly(int status) {
        try (FakeInflux store = FakeInflux.two().always(asked -> status)) {
            assertThatCode(() -> InfluxReachability.check(store.settings())).doesNotThrowAnyException();
            assertThat(store.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.body()).isEmpty();
                assertThat(asked.authorization()).isEqualTo("Token token");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, INFLUX_TOKEN",
        "403, --influx-bucket",
        "404, --influx-org",
        "302, --influx-url",
        "503, --influx-url"
    })
    void saysAtTheStartWhichSettingIsWrong(int status, String setting) {
        try (FakeInflux store = FakeInflux.two().always(asked -> status)) {
            assertThatThrownBy(() -> InfluxReachability.check(store.settings()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining(setting);
        }
    }

    @Test
    void saysAtTheStartThatNobodyAnswers() {
        String nowhere = "http://127.0.0.1:" + FreePorts.next();

        assertThatThrownBy(() -> InfluxReachability.check(
                        new InfluxSettings(nowhere, "org", "city", null, "secret-token", null)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(nowhere + " (--influx-url) does not answer")
                .hasMessageNotContaining("secret-token");
    }
}
