package org.tongcheng.local.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;

/**
 * What is to be replayed.
 *
 * @param runId names the results
 * @param feeds those of which there is nothing are left out
 * @param from the first moment of event time, epoch milliseconds
 * @param to the first moment that is not replayed any more
 * @param place the archive's root, or the folder of recorded files; empty where neither is read
 * @param warmUp how long before {@code from} to begin; null for as long as state reaches back
 * @param runs folder of the runs' folders
 * @param gapsAllowed whether to go on where the archive lacks something
 * @param speed simulated seconds per second; infinity for as fast as it goes
 */
public record ReplayRequest(
        String runId,
        Set<Feed> feeds,
        long from,
        long to,
        ReplaySource source,
        String place,
        @Nullable Duration warmUp,
        Path runs,
        int parallelism,
        boolean gapsAllowed,
        double speed) {

    private static final Pattern RUN_ID = Pattern.compile("[a-z0-9_-]{1,40}");

    /**
     * @throws IllegalArgumentException naming the option that is wrong
     */
    public ReplayRequest {
        feeds = Set.copyOf(feeds);
        if (!RUN_ID.matcher(runId).matches()) {
            throw new IllegalArgumentException(
                    "--into must be 1 to 40 of a-z, 0-9, _ and -, not '" + runId + "': it names a folder and topics");
        }
        if (from >= to) {
            throw new IllegalArgumentException("--to must be later than --from");
        }
        if (parallelism < 1) {
            throw new IllegalArgumentException("--parallelism must be at least 1, not " + parallelism);
        }
        if (!(speed > 0)) {
            throw new IllegalArgumentException("--speed must be max or a number above 0, not " + speed);
        }
    }

    /** The same at that speed. */
    public ReplayRequest at(double newSpeed) {
        return new ReplayRequest(
                runId, feeds, from, to, source, place, warmUp, runs, parallelism, gapsAllowed, newSpeed);
    }

    /** As fast as it goes. */
    public ReplayRequest(
            String runId,
            Set<Feed> feeds,
            long from,
            long to,
            ReplaySource source,
            String place,
            @Nullable Duration warmUp,
            Path runs,
            int parallelism,
            boolean gapsAllowed) {
        this(runId, feeds, from, to, source, place, warmUp, runs, parallelism, gapsAllowed, Double.POSITIVE_INFINITY);
    }

    /** As on the command line. */
    String sourceName() {
        return source.name().toLowerCase(Locale.ROOT);
    }

    Path folder() {
        return runs.resolve(runId);
    }
}
