package org.tongcheng.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.testkit.GoldenFiles;

/** A uid is where a savepoint finds its state: one that changes loses it. */
final class UidsTest {

    @Test
    void theWholeJobHasTheUidsOfTheGoldenList() throws Exception {
        StreamExecutionEnvironment environment =
                StrictEnvironment.strict(StreamExecutionEnvironment.createLocalEnvironment(1));
        ArchiveJob.wire(
                environment, Settings.read(new String[] {"--archive-uri", "archive"}, Map.of(), ArchiveConfig::from));

        assertThat(GoldenFiles.uidsOf(environment))
                .containsExactlyInAnyOrderElementsOf(GoldenFiles.uids())
                .containsAll(ArchiveTopology.UIDS);
    }
}
