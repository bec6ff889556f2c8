package org.tongcheng.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;

/** The file {@code ledger.json}: what became of the records of each feed, all minutes together. */
public final class LedgerCodec {

    private static final BigDecimal LARGEST_COUNT = BigDecimal.valueOf(Long.MAX_VALUE);

    private LedgerCodec() {}

    /** Adds the counts up per feed; feeds in their own order, indented, with a line end. Same counts, same bytes. */
    public static byte[] encode(Collection<LedgerCount> counts) {
        Map<Feed, LedgerCount> sums = new EnumMap<>(Feed.class);
        for (LedgerCount count : counts) {
            sums.merge(count.feed(), count, LedgerCount::plus);
        }
        return JsonWriter.indentedObject(json -> {
            for (LedgerCount sum : sums.values()) {
                write(json, sum);
            }
        });
    }

    /**
     * Reads the sums of the feeds that are there, under minute 0.
     *
     * @throws IllegalArgumentException when the bytes are no ledger
     */
    public static Map<Feed, LedgerCount> decode(byte[] ledger) {
        Map<Feed, LedgerCount> sums = new EnumMap<>(Feed.class);
        try {
            Members members = JsonText.read(ledger);
            for (Feed feed : Feed.values()) {
                Members counts = members.optionalObject(feed.topic());
                if (counts != null) {
                    sums.put(feed, read(feed, counts));
                }
            }
        } catch (RejectedException e) {
            throw new IllegalArgumentException(
                    "no ledger: " + e.rejection().field() + " " + e.rejection().detail(), e);
        }
        return sums;
    }

    private static void write(JsonGenerator json, LedgerCount sum) throws IOException {
        json.writeObjectFieldStart(sum.feed().topic());
        json.writeNumberField("received", sum.received());
        json.writeNumberField("accepted", sum.accepted());
        json.writeNumberField("revised", sum.revised());
        json.writeNumberField("flagged", sum.flagged());
        json.writeNumberField("duplicate", sum.duplicate());
        json.writeNumberField("late", sum.late());
        json.writeNumberField("rejected", sum.rejected());
        json.writeEndObject();
    }

    private static LedgerCount read(Feed feed, Members counts) throws RejectedException {
        return new LedgerCount(
                feed,
                0,
                count(counts, "received"),
                count(counts, "accepted"),
                count(counts, "revised"),
                count(counts, "flagged"),
                count(counts, "duplicate"),
                count(counts, "late"),
                count(counts, "rejected"));
    }

    private static long count(Members counts, String name) throws RejectedException {
        counts.optionalInteger(name);
        return counts.require(name, counts.optionalDecimal(name, BigDecimal.ZERO, LARGEST_COUNT))
                .longValueExact();
    }
}
