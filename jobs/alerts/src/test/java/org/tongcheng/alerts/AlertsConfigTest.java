package org.tongcheng.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.plumbing.job.Settings;

final class AlertsConfigTest {

    @Test
    void isNamedAfterTheJob() {
        AlertsConfig config = Settings.read(new String[0], Map.of(), AlertsConfig::from);
        assertThat(config.job().job()).isEqualTo("alerts");
        assertThat(config.job().region()).isEqualTo("chengdu");
        assertThat(config.silenceClock()).isEqualTo(Duration.ofHours(6));
    }
}
