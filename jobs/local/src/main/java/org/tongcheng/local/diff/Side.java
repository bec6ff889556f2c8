package org.tongcheng.local.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;

/** Where results are; its text names it. Nothing is ever written there. */
interface Side {

    /** Beginnings of the names of the topics and files of results, which end with {@link #RESULTS}. */
    Set<String> TOPICS = Set.of("transit", "air", "water", "region", "alert");

    String RESULTS = ".results";

    /** What is known of how the results came about. */
    default Origin origin() {
        return Origin.UNKNOWN;
    }

    /**
     * Brings what is to be compared to one form.
     *
     * @param scratch an empty folder for it
     * @throws org.tongcheng.local.server.LocalFailure when it cannot be read, or has no results at all
     */
    Results read(Scope scope, Path scratch) throws IOException, InterruptedException;

    /**
     * Results in one form.
     *
     * @param files by the beginning of the topic's name, sorted as result files are
     * @param alerts null where the side has none, not even an empty list
     */
    record Results(Map<String, Path> files, @Nullable StandingAlerts alerts) {}

    /**
     * How results came about.
     *
     * @param times null where that is not known
     * @param feeds that were read; all where that is not known
     */
    record Origin(@Nullable Times times, Set<Feed> feeds) {
        static final Origin UNKNOWN = new Origin(null, Set.of(Feed.values()));
    }

    /** The times that a run has read: from, inclusive, to, exclusive, in epoch milliseconds. */
    record Times(long from, long to) {}
}
