package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TongchengTest {

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int execute(String... arguments) {
        CommandLine command = Tongcheng.commandLine();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        return command.execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "topics", "publish", "diff", "upgrade", "feed", "test"})
    void explainsEveryCommand(String name) {
        assertThat(execute("help", name)).isZero();
        assertThat(said.toString()).startsWith("Usage: tongcheng " + name);
        assertThat(execute(name, "--help")).isZero();
    }

    @Test
    void asksForACommand() {
        assertThat(execute()).isEqualTo(2);
        assertThat(complained.toString()).contains("Say what to do").contains("tongcheng --help");
    }

    @Test
    void refusesWhatItDoesNotKnowAndSuggestsWhatItDoes() {
        assertThat(execute("rum")).isEqualTo(2);
        assertThat(complained.toString()).contains("Did you mean: tongcheng run?");
    }

    @Test
    void refusesARunWithoutInput(@TempDir Path folder) {
        String output = folder.resolve("out").toString();

        assertThat(execute("run", "--input", folder.resolve("nothing").toString(), "--output", output))
                .isEqualTo(2);
        assertThat(complained.toString()).contains("nothing is not a folder");
        assertThat(execute("run", "--input", folder.toString(), "--output", output))
                .isEqualTo(2);
        assertThat(complained.toString()).contains("no feed in");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesToMixResultsWithOtherFiles(@TempDir Path folder) throws Exception {
        Path input = Files.createDirectory(folder.resolve("in"));
        Files.createFile(input.resolve("transit.taps.jsonl"));
        Path output = Files.createDirectory(folder.resolve("out"));
        Files.createFile(output.resolve("thesis.txt"));

        assertThat(execute("run", "--input", input.toString(), "--output", output.toString()))
                .isEqualTo(2);
        assertThat(complained.toString()).contains("is not empty").contains("--overwrite");
    }

    @Test
    void refusesNoWorkersAtAll(@TempDir Path folder) {
        String name = folder.toString();

        assertThat(execute("run", "--input", name, "--output", name, "--parallelism", "0"))
                .isEqualTo(2);
        assertThat(complained.toString()).contains("--parallelism must be at least 1");
    }

    @Test
    void tellsABrokenRegistryInOneMessage(@TempDir Path folder) throws Exception {
        Path input = Files.createDirectory(folder.resolve("in"));
        Files.createFile(input.resolve("transit.taps.jsonl"));

        assertThat(execute(
                        "run",
                        "--input",
                        input.toString(),
                        "--output",
                        folder.resolve("out").toString(),
                        "--region",
                        "nowhere"))
                .isEqualTo(1);
        assertThat(complained.toString().lines())
                .singleElement()
                .asString()
                .startsWith("tongcheng run: ")
                .contains("nowhere");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
