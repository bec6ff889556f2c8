package org.tongcheng.local.run;

import java.nio.file.Path;
import org.tongcheng.alerts.AlertsTopology.Pace;
import org.tongcheng.reference.RegionDirectory;

/**
 * All jobs over one recording, in one bounded Flink job.
 *
 * @param region name or folder
 */
public record FileRun(RecordedFeeds feeds, String region, int parallelism) {

    /**
     * Runs to the end.
     *
     * @param output made if it is not there; as it was, if anything fails
     * @return the account of each feed, a line each
     * @throws org.tongcheng.local.server.LocalFailure when a record is not accounted for
     */
    public String into(Path output) throws Exception {
        BoundedJobs jobs = new BoundedJobs(feeds, RegionDirectory.resolveBundle(region), null, Pace.SETTLED);
        return new BoundedRun("run", jobs, feeds.files().keySet(), parallelism, BoundedRun.Additions.NONE).into(output);
    }
}
