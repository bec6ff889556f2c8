package org.tongcheng.archive;

import static org.tongcheng.archive.FeedTopics.TOKEN;
import static org.tongcheng.archive.FeedTopics.air;
import static org.tongcheng.archive.FeedTopics.tap;
import static org.tongcheng.archive.FeedTopics.water;

import java.nio.file.Path;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.testkit.GoldenFiles;

/**
 * Writes the golden state files: what every stateful operator between the ends of the job leaves in a savepoint. A released
 * version's files stay as they are; a change of state that cannot read them is a migration. For a new version, or while v1
 * is not released, run this class on the test class path of the module, such as from an editor, with one argument: the
 * folder, {@code src/test/resources/state/v1}.
 */
final class GoldenStates {

    private GoldenStates() {}

    public static void main(String[] folder) throws Exception {
        try (ArchiveRun run = ArchiveRun.started()) {
            run.send(
                            Feed.TRANSIT_TAPS,
                            0,
                            tap("0123456789abcdef0123456789abcdef", "2026-03-05", TOKEN),
                            tap("编号-2", "2026-03-04", TOKEN))
                    .send(Feed.TRANSIT_TAPS, 1, tap("tap-3", "2026-03-06", TOKEN))
                    .send(Feed.AIR_OBSERVATIONS, 0, air("2026-03-05T08", 31), air("2026-03-05T09", 33))
                    .send(Feed.AIR_OBSERVATIONS, 1, air("2026-03-06T08", 35))
                    .send(Feed.WATER_OBSERVATIONS, 0, water("2026-03-05T08", 8), water("2026-03-05T12", 7))
                    .watermark("2026-03-05T08:00");
            GoldenFiles.write(run.snapshot(), Path.of(folder[0]));
        }
    }
}
