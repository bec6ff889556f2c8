package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempFoldersTest {

    @Test
    void leavesNothingBehind(@TempDir Path parent) throws Exception {
        try (TempFolders folders = TempFolders.in(parent)) {
            Path outside = Files.createDirectory(parent.resolve("outside"));
            Files.writeString(outside.resolve("kept.txt"), "kept");
            Files.writeString(folders.folder("a/b").resolve("file.txt"), "text");
            Files.createSymbolicLink(folders.root().resolve("link"), outside);
        }

        assertThat(parent).isDirectoryContaining("glob:**/outside").isDirectoryNotContaining("glob:**/tongcheng-*");
        assertThat(parent.resolve("outside/kept.txt")).exists();
    }

    @Test
    void deletingWhatIsNotThereIsNoError(@TempDir Path parent) throws Exception {
        TempFolders.delete(parent.resolve("nothing"));

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void namesTheSettingWhenThereIsNoPlace(@TempDir Path parent) {
        assertThatThrownBy(() -> TempFolders.in(parent.resolve("nothing")))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("TMPDIR");
    }
}
