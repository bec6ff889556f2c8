package org.tongcheng.local.imports;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.tongcheng.domain.feed.FeedRecord;
import org.tongcheng.local.server.Waiting;

/** Lets records wait until their time has come on a clock that starts with the first of them. */
final class Pace {

    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final Speed speed;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private long first = FeedRecord.UNKNOWN_TIME;
    private long start;

    /** Lets time pass. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    Pace(Speed speed) {
        this(speed, System::nanoTime, Waiting::pause);
    }

    Pace(Speed speed, LongSupplier nanoTime, Pause pause) {
        this.speed = speed;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** Returns when it is the record's turn; one without a time or earlier than those before it need not wait. */
    void await(ImportRecord record) throws InterruptedException {
        if (speed.unbounded() || !record.isDated()) {
            return;
        }
        if (first == FeedRecord.UNKNOWN_TIME) {
            first = record.timestamp();
            start = nanoTime.getAsLong();
        }
        for (long due = due(record); due > 0; due = due(record)) {
            pause.of(Duration.ofMillis(Math.min(due, LONGEST_PAUSE_MILLIS)));
        }
    }

    private long due(ImportRecord record) {
        double passed = (nanoTime.getAsLong() - start) / 1e6;
        return (long) Math.ceil((record.timestamp() - first) / speed.factor() - passed);
    }
}
