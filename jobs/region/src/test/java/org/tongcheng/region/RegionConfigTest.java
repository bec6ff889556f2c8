package org.tongcheng.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

final class RegionConfigTest {

    @Test
    void startsWithoutAnySetting() {
        RegionConfig config = Settings.read(new String[0], Map.of(), RegionConfig::from);

        assertThat(config.job().job()).isEqualTo("region");
        assertThat(config.settling()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void takesItsSettings() {
        RegionConfig config = Settings.read(
                new String[] {"--settling", "2s"}, Map.of("TONGCHENG_REGION", "elsewhere"), RegionConfig::from);

        assertThat(config.settling()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.job().region()).isEqualTo("elsewhere");
    }

    @Test
    void refusesASettlingTimeOfNothing() {
        assertThatThrownBy(() -> Settings.read(new String[] {"--settling", "0s"}, Map.of(), RegionConfig::from))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--settling");
    }
}
