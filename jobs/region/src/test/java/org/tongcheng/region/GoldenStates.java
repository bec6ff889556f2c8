package org.tongcheng.region;

import static org.tongcheng.region.Inputs.air;
import static org.tongcheng.region.Inputs.journeys;
import static org.tongcheng.region.Inputs.transit;
import static org.tongcheng.region.Inputs.water;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.testkit.HarnessedJob;

/**
 * Writes the golden state file: what the only stateful operator of the job leaves in a savepoint. A released version's
 * file stays as it is; a change of state that cannot read it is a migration. For a new version, or while v1 is not
 * released, run this class on the test class path of the module, such as from an editor, with one argument: the
 * folder, {@code src/test/resources/state/v1}.
 */
final class GoldenStates {

    private static final String EIGHT = "2026-03-05T08:00";

    private GoldenStates() {}

    public static void main(String[] folder) throws Exception {
        try (HarnessedJob<Result> job = RegionRun.inHarnesses(Map.of())) {
            RegionRun.feed(
                    job,
                    List.of(
                            air("510100", "2026-03-05T09:00", 120, 0),
                            transit("510100", EIGHT, 50, 2),
                            journeys("510100", "512000", EIGHT, 7),
                            water("510100", EIGHT, 3, 1, 0)));
            job.processingTime(500);
            // Gathered, but not issued.
            RegionRun.feed(job, List.of(transit("510600", EIGHT, 5, 0)));
            GoldenFiles.write(job.snapshot(), Path.of(folder[0]));
        }
    }
}
