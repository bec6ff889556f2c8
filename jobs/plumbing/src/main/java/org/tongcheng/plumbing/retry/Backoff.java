package org.tongcheng.plumbing.retry;

import java.time.Duration;

/** How long to wait after failures in a row: doubled each time up to a limit, or for as long as the other side asks. */
public final class Backoff {

    /** However long the store asks for: someone may have set it right meanwhile. */
    private static final long LONGEST_ASKED_SECONDS = 300;

    private final long firstMillis;
    private final long longestMillis;
    private int failures;

    public Backoff(Duration first, Duration longest) {
        this.firstMillis = first.toMillis();
        this.longestMillis = longest.toMillis();
    }

    /** @param retryAfter seconds that the other side asks for, negative when it does not */
    public long nextMillis(long retryAfter) {
        long doubled = Math.min(longestMillis, firstMillis << Math.min(failures++, 20));
        return Math.max(doubled, 1000 * Math.min(retryAfter, LONGEST_ASKED_SECONDS));
    }

    public void succeeded() {
        failures = 0;
    }
}
