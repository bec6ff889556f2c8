package org.tongcheng.air;

import static org.tongcheng.air.AirFixture.observation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
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

    private static final long DAY = ShanghaiTime.at("2026-03-05T00:00");

    private GoldenStates() {}

    public static void main(String[] folder) throws Exception {
        try (HarnessedJob<Result> job = AirRun.inHarnesses(Map.of())) {
            AirRun.feed(job, aDay());
            job.watermark(DAY);
            job.processingTime(1000);
            // What ranking and ledger have gathered, but not issued.
            AirRun.feed(job, List.of(observation("cd-1", "2026-03-05T10:00", "5 33 304 0.8 31 32")));
            GoldenFiles.write(job.snapshot(), Path.of(folder[0]));
        }
    }

    /** A full day of two cities, and at a third station a flat line that lacks one hour. */
    private static List<AirObservation> aDay() {
        List<AirObservation> day = new ArrayList<>();
        for (int hour = 1; hour <= 24; hour++) {
            long label = DAY + hour * BusinessTime.HOUR;
            day.add(observation("cd-1", label, hour % 2 == 0 ? "5 33 64 0.8 31 32" : "6 34 66 0.9 33 34"));
            day.add(observation("dy-1", label, hour % 2 == 0 ? "4 13 44 0.6 21 12" : "6 15 46 0.8 23 14"));
            if (hour <= 12 && hour != 3) {
                day.add(observation("cd-3", label, "- - - - - 30"));
            }
        }
        return day;
    }
}
