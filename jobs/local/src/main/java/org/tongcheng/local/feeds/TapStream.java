package org.tongcheng.local.feeds;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The taps in order of arrival. A sweep over the seconds lets riders set out a little ahead of it, puts their taps on the
 * wheel and takes off what arrives: only taps on their way are held.
 */
final class TapStream implements Iterator<GeneratedRecord> {

    private final Timeline timeline;
    private final TapOutbox outbox;
    private final ArrivalWheel wheel;
    private final TapJson json;
    private final Riders riders;
    private final List<Riders.Direction> directions = new ArrayList<>();

    private int nextDay;
    private @Nullable PendingTap ready;

    TapStream(Timeline timeline, TapOutbox outbox, TapJson json, Riders riders) {
        this.timeline = timeline;
        this.outbox = outbox;
        this.wheel = outbox.wheel();
        this.json = json;
        this.riders = riders;
        setOut();
    }

    @Override
    public boolean hasNext() {
        while (ready == null) {
            ready = wheel.poll();
            if (ready == null && !step()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public GeneratedRecord next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException();
        }
        GeneratedRecord written = json.write(ready, wheel.now());
        outbox.recycle(ready);
        ready = null;
        return written;
    }

    /** The most taps that were ever on their way together. */
    int mostHeld() {
        return wheel.mostAtOnce();
    }

    private boolean step() {
        if (wheel.size() == 0 && directions.isEmpty() && nextDay * Timeline.DAY >= timeline.to()) {
            return false;
        }
        wheel.advance();
        setOut();
        return true;
    }

    /** Lets everybody set out whose first tap may be made by now. */
    private void setOut() {
        while (nextDay * Timeline.DAY <= wheel.now() + Trip.LONGEST_LEAD && nextDay * Timeline.DAY < timeline.to()) {
            directions.addAll(riders.of(nextDay));
            nextDay++;
        }
        boolean over = false;
        for (int index = 0; index < directions.size(); index++) {
            over |= setOut(directions.get(index));
        }
        if (over) {
            directions.removeIf(direction -> direction.departures().start() >= timeline.to());
        }
    }

    /** Returns whether nobody is left to set out. */
    private boolean setOut(Riders.Direction direction) {
        int until = wheel.now() + direction.lead();
        Departures departures = direction.departures();
        int start = departures.start();
        while (start <= until && start < timeline.to()) {
            if (start >= timeline.from()) {
                direction.depart();
            }
            departures.advance();
            start = departures.start();
        }
        return start >= timeline.to();
    }
}
