package org.tongcheng.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

final class WaterConfigTest {

    @Test
    void startsWithoutAnySetting() {
        WaterConfig config = Settings.read(new String[0], Map.of(), WaterConfig::from);

        assertThat(config.job().job()).isEqualTo("water");
        assertThat(config.job().region()).isEqualTo("chengdu");
        assertThat(config.job().kafka().consumerGroup()).isEqualTo("tongcheng-water");
    }

    @Test
    void takesTheSettingsOfEveryJob() {
        WaterConfig config = Settings.read(
                new String[] {"--region", "/regions/mine"}, Map.of("TONGCHENG_PARALLELISM", "3"), WaterConfig::from);

        assertThat(config.job().region()).isEqualTo("/regions/mine");
        assertThat(config.job().parallelism()).isEqualTo(3);
    }

    @Test
    void refusesSettingsThatItDoesNotHave() {
        assertThatThrownBy(() -> Settings.read(new String[] {"--settling", "1s"}, Map.of(), WaterConfig::from))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--settling");
    }
}
