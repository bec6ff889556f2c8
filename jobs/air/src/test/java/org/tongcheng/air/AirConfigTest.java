package org.tongcheng.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.domain.air.IndexWeights;
import org.tongcheng.domain.feed.AirItem;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

class AirConfigTest {

    @Test
    void weighsItemsEquallyByDefault() {
        AirConfig config = read();

        assertThat(config.weights()).isEqualTo(IndexWeights.EQUAL);
        assertThat(config.job().job()).isEqualTo("air");
        assertThat(config.job().region()).isEqualTo("chengdu");
    }

    @Test
    void readsEverySetting() {
        AirConfig config = read("--index-weights", "pm2_5=2, o3=1.5", "--region", "elsewhere", "--parallelism", "3");

        assertThat(config.weights())
                .isEqualTo(new IndexWeights(
                        Map.of(AirItem.PM2_5, new BigDecimal("2"), AirItem.O3, new BigDecimal("1.5"))));
        assertThat(config.job().region()).isEqualTo("elsewhere");
        assertThat(config.job().parallelism()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pm2_5", "lead=1", "o3=", "o3=x", "o3=1,,co=1", "=1"})
    void refusesWhatIsNoWeight(String text) {
        assertThatThrownBy(() -> read("--index-weights", text))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--index-weights must be weights such as pm2_5=2,o3=1.5, not '" + text + "'");
    }

    @Test
    void refusesANegativeWeight() {
        assertThatThrownBy(() -> read("--index-weights", "o3=-1"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--index-weights: the weight of o3 is negative: -1");
    }

    private static AirConfig read(String... arguments) {
        return Settings.read(arguments, Map.of(), AirConfig::from);
    }
}
