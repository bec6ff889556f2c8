package org.tongcheng.local.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.ledger.LedgerPoints;
import org.tongcheng.wire.ResultCodec;

/**
 * What became of every record of a run.
 *
 * @param counts per feed and minute
 */
record Account(List<LedgerCount> counts) {

    /** Reads the ledger's points out of result files. */
    static Account of(List<Path> resultFiles) throws IOException {
        String measurement = Measurement.FEED_LEDGER_1M.wireName();
        List<LedgerCount> counts = new ArrayList<>();
        for (Path file : resultFiles) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                lines.lines()
                        .filter(line -> line.contains(measurement))
                        .map(line -> Objects.requireNonNull(
                                ResultCodec.decode(line.getBytes(StandardCharsets.UTF_8))
                                        .value(),
                                line))
                        .filter(result -> result.measurement().equals(measurement))
                        .forEach(result -> counts.add(LedgerPoints.countOf(result)));
            }
        }
        return new Account(counts);
    }

    /** Sums of a feed. */
    LedgerCount of(Feed feed) {
        return counts.stream()
                .filter(count -> count.feed() == feed)
                .reduce(new LedgerCount(feed, 0, 0, 0, 0, 0, 0, 0, 0), LedgerCount::plus);
    }

    /**
     * Nothing may vanish.
     *
     * @throws LocalFailure with the numbers, when something has
     */
    void requireBalance() {
        for (Feed feed : Feed.values()) {
            LedgerCount sum = of(feed);
            if (sum.balance() != 0) {
                throw new LocalFailure("of the records of " + feed.topic() + ", " + sum.balance()
                        + " are not accounted for: " + line(sum));
            }
        }
    }

    /** A line for the reader. */
    static String line(LedgerCount sum) {
        return String.format(
                Locale.ROOT,
                "%s: %d received = %d accepted (%d revised, %d flagged) + %d duplicate + %d late + %d rejected",
                sum.feed().topic(),
                sum.received(),
                sum.accepted(),
                sum.revised(),
                sum.flagged(),
                sum.duplicate(),
                sum.late(),
                sum.rejected());
    }
}
