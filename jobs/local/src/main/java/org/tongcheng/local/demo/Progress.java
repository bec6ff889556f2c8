package org.tongcheng.local.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** One line that tells how the demo is going: refreshed in place on a terminal, else written every few seconds. */
final class Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final long RATE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final String BACK_AND_CLEAR = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final DateTimeFormatter clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long lastLine;
    private boolean open;

    /** Records consumed at a moment of our own time. */
    private record Sample(long nanos, long consumed) {}

    /** @param terminal whether the line can be refreshed in place */
    Progress(PrintWriter out, boolean terminal, ZoneId zone) {
        this.out = out;
        this.terminal = terminal;
        this.clock = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(zone);
        this.lastLine = System.nanoTime() - BETWEEN_LINES.toNanos();
    }

    void show(LiveDay.State state) {
        long now = System.nanoTime();
        samples.addLast(new Sample(now, state.taps()));
        while (samples.size() > 2 && now - samples.getFirst().nanos() > RATE_NANOS) {
            samples.removeFirst();
        }
        String line = String.format(
                Locale.ROOT,
                "%s  %,d taps/s  lag %,d  results %,d  dead letters %,d  open alerts %,d",
                clock.format(Instant.ofEpochMilli(state.eventTime())),
                rate(),
                state.lag(),
                state.results(),
                state.deadLetters(),
                state.openAlerts());
        if (terminal) {
            out.print(BACK_AND_CLEAR + line);
            open = true;
        } else if (now - lastLine >= BETWEEN_LINES.toNanos()) {
            out.println(line);
            lastLine = now;
        }
        out.flush();
    }

    /** Writes a line of its own below. */
    void say(String line) {
        if (open) {
            out.println();
            open = false;
        }
        out.println(line);
        out.flush();
    }

    private long rate() {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = (last.nanos() - first.nanos()) / 1e9;
        return seconds <= 0 ? 0 : Math.round((last.consumed() - first.consumed()) / seconds);
    }
}
