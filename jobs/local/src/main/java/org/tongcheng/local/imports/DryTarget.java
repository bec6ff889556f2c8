package org.tongcheng.local.imports;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.tongcheng.domain.feed.Feed;

/** Shows the first few records of each feed instead of sending any; of taps no payload, which may hold a card number. */
final class DryTarget implements ImportTarget {

    private static final int SHOWN = 3;

    private final PrintWriter out;
    private final Map<Feed, Integer> shown = new EnumMap<>(Feed.class);

    DryTarget(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void send(ImportRecord record) {
        Feed feed = record.account().file().feed();
        if (shown.merge(feed, 1, Integer::sum) <= SHOWN) {
            String payload = feed == Feed.TRANSIT_TAPS
                    ? record.payload().length + " bytes"
                    : new String(record.payload(), StandardCharsets.UTF_8);
            String time =
                    record.isDated() ? Instant.ofEpochMilli(record.timestamp()).toString() : "undated";
            out.println(feed.topic() + " " + time + " " + (record.key() == null ? "without key" : record.key()) + " "
                    + payload);
        }
        record.account().addSent();
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
