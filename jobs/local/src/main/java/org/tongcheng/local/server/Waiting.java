package org.tongcheng.local.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for what only another process can bring about. */
public final class Waiting {

    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Waiting() {}

    /**
     * Looks again and again.
     *
     * @return false when it did not come true in time
     */
    public static boolean until(Duration atMost, Callable<Boolean> come) throws Exception {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!come.call()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(Duration.ofMillis(LOOK_AGAIN_MILLIS));
        }
        return true;
    }

    /** Lets a little time pass. */
    public static void pause(Duration time) throws InterruptedException {
        if (NEVER.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the latch that nobody opens is open");
        }
    }
}
