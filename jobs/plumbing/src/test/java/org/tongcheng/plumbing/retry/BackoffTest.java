package org.tongcheng.plumbing.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final long NOT_ASKED = -1;

    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));

    @Test
    void doublesUpToTheLongest() {
        assertThat(IntStream.range(0, 100).mapToLong(i -> backoff.nextMillis(NOT_ASKED)))
                .startsWith(200L, 400L, 800L, 1_000L, 1_000L)
                .endsWith(1_000L);
    }

    @Test
    void startsAgainAfterASuccess() {
        assertThat(backoff.nextMillis(NOT_ASKED)).isEqualTo(200);
        backoff.succeeded();

        assertThat(backoff.nextMillis(NOT_ASKED)).isEqualTo(200);
    }

    @Test
    void waitsForAsLongAsTheStoreAsksWithinReason() {
        assertThat(backoff.nextMillis(7)).isEqualTo(7_000);
        assertThat(backoff.nextMillis(0)).isEqualTo(400);
        assertThat(backoff.nextMillis(Long.MAX_VALUE)).isEqualTo(300_000);
    }
}
