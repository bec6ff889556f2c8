package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoPlanTest {

    @ParameterizedTest
    @CsvSource({"1, 6", "18, 6", "20, 4", "24, 0", "48, 0"})
    void beginsWithTheMorningUnlessItLastsTheWholeDay(int hours, int firstHour) {
        assertThat(new DemoPlan(hours, 60, 200_000, 1, false).feeds().firstHour())
                .isEqualTo(firstHour);
    }

    @Test
    void saysWhatIsOutOfRange() {
        assertThatThrownBy(() -> new DemoPlan(24, 0, 200_000, 1, false)).hasMessageContaining("speed");
        assertThatThrownBy(() -> new DemoPlan(24, Double.NaN, 200_000, 1, false))
                .hasMessageContaining("speed");
        assertThatThrownBy(() -> new DemoPlan(0, 60, 200_000, 1, false)).hasMessageContaining("hours");
        assertThatThrownBy(() -> new DemoPlan(24, 60, 1, 1, false)).hasMessageContaining("taps");
    }
}
