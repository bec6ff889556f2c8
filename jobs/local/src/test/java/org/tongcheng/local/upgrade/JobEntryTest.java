package org.tongcheng.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.local.server.LocalFailure;

class JobEntryTest {

    @Test
    void theListThatShipsIsThatOfTheStack() {
        assertThat(JobEntry.known(null, List.of()))
                .isEqualTo(JobEntry.known(Path.of("../../docker/flink/jobs.txt"), List.of()));
    }

    @Test
    void everyJobGetsTheSettingsOfAll(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("jobs.txt"), "# mine\n\n a  A  --x 1 \nb B\n");

        assertThat(JobEntry.known(file, List.of("--y=2")))
                .containsExactly(
                        new JobEntry("a", "A", List.of("--x", "1", "--y=2")), new JobEntry("b", "B", List.of("--y=2")));
    }

    @Test
    void refusesALineWithoutAClass(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("jobs.txt"), "transit\n");

        assertThatThrownBy(() -> JobEntry.known(file, List.of()))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("'transit' in " + file + " needs a class");
    }
}
