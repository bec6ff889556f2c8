package org.tongcheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongcheng.delivery.alertmanager.AlertmanagerSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

class DeliveryConfigTest {

    @Test
    void startsWithoutAnySetting() {
        DeliveryConfig config = read(List.of(), Map.of());

        assertThat(config.job().job()).isEqualTo("delivery");
        assertThat(config.alertmanager())
                .isEqualTo(new AlertmanagerSettings("http://localhost:9093", Duration.ofSeconds(5), null, null, null));
        assertThat(config.resendInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.oldest()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void takesItsSettings() {
        DeliveryConfig config = read(
                List.of(
                        "--alertmanager-url=https://alerts.example/am",
                        "--alertmanager-timeout=2s",
                        "--alertmanager-username=desk",
                        "--resend-interval=10s",
                        "--alert-lease=30s",
                        "--oldest-alert=400d"),
                Map.of("ALERTMANAGER_PASSWORD", "pass", "TONGCHENG_REGION", "elsewhere"));

        assertThat(config.job().region()).isEqualTo("elsewhere");
        assertThat(config.alertmanager())
                .isEqualTo(new AlertmanagerSettings(
                        "https://alerts.example/am", Duration.ofSeconds(2), "desk", "pass", null));
        assertThat(config.resendInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.oldest()).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void showsNoSecret() {
        Map<String, String> environment = Map.of("ALERTMANAGER_TOKEN", "hush");
        DeliveryConfig config = read(List.of(), environment);
        DeliveryConfig other = read(List.of("--alertmanager-username=desk"), Map.of("ALERTMANAGER_PASSWORD", "hush"));

        assertThat(config.alertmanager().token()).isEqualTo("hush");
        assertThat(config.toString()).contains("token=***", "password=none").doesNotContain("hush");
        assertThat(other.toString()).contains("username=desk", "password=***").doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource({
        "--alertmanager-url=localhost:9093, --alertmanager-url must be an address such as http://localhost:9093",
        "--alertmanager-url=ftp://here, --alertmanager-url must be an address",
        "--alertmanager-url=http://a b, --alertmanager-url must be an address",
        "--alertmanager-token=x, set ALERTMANAGER_TOKEN in the environment instead",
        "--alertmanager-username=desk, ALERTMANAGER_PASSWORD",
        "--resend-interval=1s, --resend-interval must be at least 2s",
        "--resend-interval=0s, --resend-interval",
        "--alert-lease=2min, --alert-lease must be at least three times"
    })
    void refusesWhatCannotWork(String argument, String message) {
        assertThatThrownBy(() -> read(List.of(argument), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesTwoKindsOfCredentials() {
        Map<String, String> both =
                Map.of("ALERTMANAGER_USERNAME", "desk", "ALERTMANAGER_PASSWORD", "a", "ALERTMANAGER_TOKEN", "b");

        assertThatThrownBy(() -> read(List.of(), both))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("not both");
    }

    private static DeliveryConfig read(List<String> arguments, Map<String, String> environment) {
        return Settings.read(arguments.toArray(new String[0]), environment, DeliveryConfig::from);
    }
}
