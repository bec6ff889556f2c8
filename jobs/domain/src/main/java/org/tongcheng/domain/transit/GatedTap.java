package org.tongcheng.domain.transit;

import java.util.Comparator;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.feed.TransactionId;

/**
 * An entrance or exit at a gate, with what pairing needs of it.
 *
 * @param time epoch milliseconds
 * @param cityCode GB/T 2260, a six-digit number
 */
public record GatedTap(long time, boolean exit, int cityCode, long amountFen, TransactionId id) {

    /** Order of pairing: event time, then exits first, then transaction id. */
    public static final Comparator<GatedTap> ORDER = Comparator.comparingLong(GatedTap::time)
            .thenComparing(tap -> !tap.exit())
            .thenComparing(GatedTap::id);

    /** @throws IllegalArgumentException when the tap is neither an entry nor an exit of a gated mode */
    public static GatedTap of(Tap tap) {
        if (!tap.gated() || !(tap.action().isEntry() || tap.action().isExit())) {
            throw new IllegalArgumentException("no gate is passed by " + tap.action() + " on mode " + tap.routeType());
        }
        return new GatedTap(
                tap.eventTime(),
                tap.action().isExit(),
                Integer.parseInt(tap.cityCode()),
                tap.amountFen(),
                tap.transactionId());
    }
}
