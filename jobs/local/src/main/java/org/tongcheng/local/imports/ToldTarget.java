package org.tongcheng.local.imports;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.tongcheng.domain.feed.Feed;

/** Tells now and then how far an import is, and at a feed's first record whether Kafka will soon forget it again. */
final class ToldTarget implements ImportTarget {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ImportTarget target;
    private final TopicTimes times;
    private final Clock clock;
    private final PrintWriter out;
    private final Set<Feed> looked = EnumSet.noneOf(Feed.class);
    private Instant told;
    private long sent;

    ToldTarget(ImportTarget target, TopicTimes times, Clock clock, PrintWriter out) {
        this.target = target;
        this.times = times;
        this.clock = clock;
        this.out = out;
        this.told = clock.instant();
    }

    @Override
    public void send(ImportRecord record) {
        Instant now = clock.instant();
        if (record.isDated() && looked.add(record.account().file().feed())) {
            warn(record, now);
        }
        target.send(record);
        sent++;
        if (now.isAfter(told.plus(EVERY))) {
            told = now;
            out.println(String.format(
                    Locale.ROOT,
                    "%,d records, now %s%s",
                    sent,
                    record.account().file().path(),
                    record.isDated() ? " at " + Instant.ofEpochMilli(record.timestamp()) : ""));
            out.flush();
        }
    }

    @Override
    public void flush() {
        target.flush();
    }

    @Override
    public void close() {
        target.close();
    }

    private void warn(ImportRecord record, Instant now) {
        Feed feed = record.account().file().feed();
        Duration kept = times.retention().get(feed);
        Instant time = Instant.ofEpochMilli(record.timestamp());
        if (kept != null && time.isBefore(now.minus(kept))) {
            out.println("Kafka will soon delete records of " + feed.topic() + " from " + time + " on: the topic keeps "
                    + kept.toHours() + " h. Set its retention.ms to -1 to keep them");
            out.flush();
        }
    }
}
