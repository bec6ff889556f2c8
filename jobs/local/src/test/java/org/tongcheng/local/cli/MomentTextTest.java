package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-03-05, 2026-03-04T16:00:00Z",
        "2026-03-05T08:00, 2026-03-05T00:00:00Z",
        "2026-03-05T08:00:30, 2026-03-05T00:00:30Z",
        "2026-03-05T08:00:00+08:00, 2026-03-05T00:00:00Z",
        "2026-03-05T08:00:00-05:00, 2026-03-05T13:00:00Z",
        "2026-03-05T08:00:00Z, 2026-03-05T08:00:00Z",
    })
    void readsMomentsWithAndWithoutAnOffset(String text, Instant moment) {
        assertThat(MomentText.parse("--from", text, ZONE)).isEqualTo(moment.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "today", "2026-02-30", "2026-03-05T25:00", "2026-03-05 08:00"})
    void saysWhatAMomentLooksLike(String text) {
        assertThatThrownBy(() -> MomentText.parse("--from", text, ZONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--from must be a moment such as 2026-03-05");
    }
}
