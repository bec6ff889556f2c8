package org.tongcheng.plumbing.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.util.FlinkException;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void skipsWhatOnlyWraps() {
        Exception failure =
                new ExecutionException(new FlinkException("Job execution failed.", new IOException("No space left")));

        assertThat(Reason.of(failure)).isEqualTo("IOException: No space left");
    }

    @Test
    void staysWithTheOutermostThatSpeaks() {
        assertThat(Reason.of(new SettingsException("set INFLUX_URL", new IOException("refused"))))
                .isEqualTo("set INFLUX_URL");
        assertThat(Reason.of(new UncheckedIOException("cannot read taps.jsonl", new IOException("refused"))))
                .isEqualTo("cannot read taps.jsonl");
    }

    @Test
    void unpacksWhatCameFromAJob() {
        Exception failure = new FlinkException(
                "Recovery is suppressed", new SerializedThrowable(new IllegalStateException("no such column")));

        assertThat(Reason.of(failure)).isEqualTo("IllegalStateException: no such column");
    }

    @Test
    void namesWhatHasNoMessage() {
        assertThat(Reason.of(new NullPointerException())).isEqualTo("java.lang.NullPointerException");
    }

    @Test
    void isNotTrappedByACircleOfCauses() {
        Exception one = new FlinkException("one");
        one.initCause(new FlinkException("two", one));

        assertThat(Reason.of(one)).isEqualTo("FlinkException: two");
    }
}
