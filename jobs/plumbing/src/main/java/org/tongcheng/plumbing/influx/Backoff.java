package org.tongcheng.plumbing.influx;

import java.time.Duration;

/** How long to wait after failures in a row: doubled each time up to a limit, or as the store says. */
final class Backoff {

    private final long firstMillis;
    private final long longestMillis;
    private int failures;

    Backoff(Duration first, Duration longest) {
        this.firstMillis = first.toMillis();
        this.longestMillis = longest.toMillis();
    }

    /** @param retryAfter seconds that the store asks for, negative when it does not */
    long nextMillis(long retryAfter) {
        long doubled = firstMillis << Math.min(failures++, 20);
        long asked = Math.max(retryAfter, 0) * 1000;
        return Math.min(longestMillis, Math.max(doubled, asked));
    }

    void succeeded() {
        failures = 0;
    }
}
