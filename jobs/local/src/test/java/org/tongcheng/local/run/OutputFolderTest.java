package org.tongcheng.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @Test
    void publishesWholeFilesAndKeepsTheRestOfTheFolder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("late.jsonl"), "old");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        try (OutputFolder output = OutputFolder.open(folder)) {
            Files.writeString(output.draft().resolve("late.jsonl"), "new");
            Files.writeString(output.scratch().resolve("state"), "state");
            output.publish(List.of("late.jsonl"));
        }

        assertThat(folder.resolve("late.jsonl")).hasContent("new");
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void leavesNothingOfARunThatFailed(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("out");
        try (OutputFolder output = OutputFolder.open(folder)) {
            Files.writeString(output.draft().resolve("late.jsonl"), "half");
        }

        assertThat(folder).doesNotExist();
    }

    @Test
    void refusesFullFoldersUnlessToldOtherwise(@TempDir Path folder) throws Exception {
        assertThatCode(() -> OutputFolder.check(folder, false)).doesNotThrowAnyException();
        assertThatCode(() -> OutputFolder.check(folder.resolve("new"), false)).doesNotThrowAnyException();

        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> OutputFolder.check(folder, false)).hasMessageContaining("not empty");
        assertThatCode(() -> OutputFolder.check(folder, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> OutputFolder.check(file, true)).hasMessageContaining("is not a folder");
    }

    @Test
    void saysWhereItCannotWrite(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> OutputFolder.open(file.resolve("out"))).hasMessageContaining("--output");
    }
}
