package org.tongcheng.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

class ArchiveConfigTest {

    private static ArchiveConfig config(String... arguments) {
        return Settings.read(arguments, Map.of(), ArchiveConfig::from);
    }

    @Test
    void endsFilesEachMinuteAndMergesThoseOfTen() {
        ArchiveConfig config = config();

        assertThat(config.archiveUri()).isEqualTo("file:///var/lib/tongcheng/archive");
        assertThat(config.compactAfter()).isEqualTo(10);
        assertThat(config.job().job()).isEqualTo("archive");
        assertThat(config.job().checkpoints().interval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesEachSettingFromTheCommandLine() {
        ArchiveConfig config =
                config("--archive-uri", "s3://bucket/archive", "--compact-after", "0", "--checkpoint-interval", "5s");

        assertThat(config.archiveUri()).isEqualTo("s3://bucket/archive");
        assertThat(config.compactAfter()).isZero();
        assertThat(config.job().checkpoints().interval()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesTheArchiveFromTheEnvironment() {
        assertThat(Settings.read(new String[0], Map.of("TONGCHENG_ARCHIVE_URI", "/archive"), ArchiveConfig::from)
                        .archiveUri())
                .isEqualTo("/archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/an archive", "file:///an%20archive", "file:/50%25", "s3://bucket/a b"})
    void refusesFoldersThatTheFileSinkWouldNotFindAgain(String root) {
        assertThatThrownBy(() -> config("--archive-uri", root))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--archive-uri must have no blanks")
                .hasMessageContaining(root);
    }

    @Test
    void takesFoldersOfAnyLetters() {
        assertThat(config("--archive-uri", "file:///归档/a-b_c.d").archiveUri()).isEqualTo("file:///归档/a-b_c.d");
    }

    @Test
    void refusesToMergeAfterLessThanNothing() {
        assertThatThrownBy(() -> config("--compact-after", "-1"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--compact-after");
    }
}
