package org.tongcheng.local.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.tongcheng.local.run.BoundedRun;
import org.tongcheng.local.server.RunningJob;
import org.tongcheng.local.server.Waiting;

/**
 * Tells how far a replay is, and how long it may take yet: refreshed in place on a terminal, else every few seconds.
 *
 * @param records that are read at most; 0 where nobody knows
 * @param terminal whether the line can be refreshed in place
 */
record ReplayProgress(PrintWriter out, boolean terminal, long records) implements BoundedRun.Watch {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final String BACK_AND_CLEAR = "\r\033[K";
    private static final double NANOS = 1e9;

    @Override
    public void until(RunningJob job) throws InterruptedException {
        long start = System.nanoTime();
        long shown = start;
        while (!job.status().isGloballyTerminalState()) {
            Waiting.pause(LOOK_AGAIN);
            long now = System.nanoTime();
            if (terminal) {
                out.print(BACK_AND_CLEAR + line(job.counted(CountRead.NAME), records, (now - start) / NANOS));
            } else if (now - shown >= BETWEEN_LINES.toNanos()) {
                out.println(line(job.counted(CountRead.NAME), records, (now - start) / NANOS));
                shown = now;
            }
            out.flush();
        }
        if (terminal) {
            out.print(BACK_AND_CLEAR);
            out.flush();
        }
        job.await();
    }

    /** What stands on the line after so many seconds. */
    static String line(long read, long records, double seconds) {
        if (records <= 0 || read <= 0) {
            return String.format(Locale.ROOT, "read %,d records in %.0f s", read, seconds);
        }
        if (read >= records) {
            return String.format(
                    Locale.ROOT, "read %,d records in %.0f s; closing windows, writing results", read, seconds);
        }
        return String.format(
                Locale.ROOT,
                "read %,d of %,d records (%d %%) in %.0f s; about %.0f s to go",
                read,
                records,
                100 * read / records,
                seconds,
                seconds * (records - read) / read);
    }
}
