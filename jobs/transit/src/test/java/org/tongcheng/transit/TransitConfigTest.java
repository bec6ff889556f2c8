package org.tongcheng.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

class TransitConfigTest {

    @Test
    void startsWithoutAnySetting() {
        TransitConfig config = read(Map.of());

        assertThat(config.outOfOrderness()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.job().job()).isEqualTo("transit");
        assertThat(config.job().kafka().consumerGroup()).isEqualTo("tongcheng-transit");
        assertThat(config.job().region()).isEqualTo("chengdu");
        assertThat(config.job().parallelism()).isZero();
        assertThat(config.job().influx()).isNull();
    }

    @Test
    void readsEverySetting() {
        TransitConfig config =
                read(Map.of("TONGCHENG_PARALLELISM", "3"), "--out-of-orderness", "90s", "--region", "/regions/mine");

        assertThat(config.outOfOrderness()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.job().parallelism()).isEqualTo(3);
        assertThat(config.job().region()).isEqualTo("/regions/mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1s", "0s"})
    void refusesWhatIsNoWaitingTime(String text) {
        assertThatThrownBy(() -> read(Map.of(), "--out-of-orderness", text))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--out-of-orderness");
    }

    @Test
    void refusesSettingsThatItDoesNotHave() {
        assertThatThrownBy(() -> read(Map.of(), "--settling", "1s"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--settling");
    }

    private static TransitConfig read(Map<String, String> environment, String... arguments) {
        return Settings.read(arguments, environment, TransitConfig::from);
    }
}
