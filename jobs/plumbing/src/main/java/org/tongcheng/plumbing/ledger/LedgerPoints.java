package org.tongcheng.plumbing.ledger;

import java.util.Objects;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

/** Counts of the ledger as points of {@code feed_ledger_1m}, and back. */
public final class LedgerPoints {

    private LedgerPoints() {}

    static Result of(LedgerCount count, int revision) {
        return Measurement.FEED_LEDGER_1M
                .at(count.minute())
                .tag("feed", count.feed().topic())
                .integer("received", count.received())
                .integer("accepted", count.accepted())
                .integer("revised", count.revised())
                .integer("flagged", count.flagged())
                .integer("duplicate", count.duplicate())
                .integer("late", count.late())
                .integer("rejected", count.rejected())
                .build(revision);
    }

    /** @param point of {@code feed_ledger_1m} */
    public static LedgerCount countOf(Result point) {
        return new LedgerCount(
                Feed.ofTopic(point.tag("feed")),
                point.time(),
                number(point, "received"),
                number(point, "accepted"),
                number(point, "revised"),
                number(point, "flagged"),
                number(point, "duplicate"),
                number(point, "late"),
                number(point, "rejected"));
    }

    private static long number(Result point, String field) {
        return Long.parseLong(Objects.requireNonNull(point.field(field), field));
    }
}
