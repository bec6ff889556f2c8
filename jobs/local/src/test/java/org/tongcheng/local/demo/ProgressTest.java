package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long MORNING =
            Instant.parse("2026-03-05T06:30:00+08:00").toEpochMilli();
    private static final LiveDay.State STATE = new LiveDay.State(MORNING, 1_000, 1_234, 56_789, 7, 12, false);

    private final StringWriter written = new StringWriter();

    @Test
    void refreshesOneLineOnATerminal() {
        Progress progress = new Progress(new PrintWriter(written), true, ZONE);
        progress.show(STATE);
        progress.show(STATE);
        progress.say("done");

        String line = "\r\033[K03-05 06:30  0 taps/s  lag 1,234  results 56,789  dead letters 7  open alerts 12";
        assertThat(written).hasToString(line + line + System.lineSeparator() + "done" + System.lineSeparator());
    }

    @Test
    void writesALineNowAndThenElsewhere() {
        Progress progress = new Progress(new PrintWriter(written), false, ZONE);
        progress.show(STATE);
        progress.show(STATE);
        progress.say("done");

        assertThat(written.toString().lines())
                .containsExactly(
                        "03-05 06:30  0 taps/s  lag 1,234  results 56,789  dead letters 7  open alerts 12", "done");
    }
}
