package org.tongcheng.water;

import static org.tongcheng.water.WaterFixture.observation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tongcheng.domain.result.Result;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.ShanghaiTime;

/**
 * Writes the golden state files: what every stateful operator of the job leaves in a savepoint. A released version's
 * files stay as they are; a change of state that cannot read them is a migration. For a new version, or while v1 is
 * not released, run this class on the test class path of the module, such as from an editor, with one argument: the
 * folder, {@code src/test/resources/state/v1}.
 */
final class GoldenStates {

    private static final String EIGHT = "2026-03-05T08:00";

    private GoldenStates() {}

    public static void main(String[] folder) throws Exception {
        try (HarnessedJob<Result> job = WaterRun.inHarnesses(Map.of())) {
            WaterRun.feed(
                    job,
                    List.of(
                            observation("dy-1", EIGHT, "5"),
                            observation("cd-1", EIGHT, "5"),
                            observation("cd-2", EIGHT, "5"),
                            observation("cd-1", "2026-03-05T09:30", "7")));
            job.watermark(ShanghaiTime.at(EIGHT));
            job.processingTime(1000);
            // What the ledger has gathered, but not issued.
            WaterRun.feed(job, List.of(observation("cd-2", EIGHT, "16")));
            GoldenFiles.write(job.snapshot(), Path.of(folder[0]));
        }
    }
}
