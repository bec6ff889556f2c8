package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SqlCommandTest {

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private Path run;

    @BeforeEach
    void run(@TempDir Path folder) throws Exception {
        run = folder;
        Files.writeString(
                folder.resolve("region.results.jsonl"),
                "{\"measurement\":\"region_1h\",\"tags\":{\"region_id\":\"chengdu\"},\"time\":\"2026-03-05T10:00:00+08:00\","
                        + "\"fields\":{\"aqi_max\":180,\"pm2_5_mean\":31.5}}\n");
    }

    private int execute(String... arguments) {
        CommandLine command = Tongcheng.commandLine();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        return command.execute(arguments);
    }

    @Test
    void printsWhatIsAsked() {
        assertThat(execute(
                        "sql",
                        "--run",
                        run.toString(),
                        "--format",
                        "csv",
                        "SELECT aqi_max, pm2_5_mean FROM region_1h; SELECT 1 AS one"))
                .as(complained.toString())
                .isZero();
        assertThat(said.toString()).isEqualTo("aqi_max,pm2_5_mean\n180,31.5\none\n1\n");
    }

    @Test
    void asksWhatAFileHolds(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("q.sql"), "-- a question\nSELECT region_id FROM region_1h;\n");

        assertThat(execute("sql", "--run", run.toString(), "--file", file.toString()))
                .isZero();
        assertThat(said.toString()).contains("chengdu").contains("(1 row)");
    }

    @Test
    void failsWithTheDatabasesMessageOnly() {
        assertThat(execute("sql", "--run", run.toString(), "SELECT x FROM nowhere"))
                .isEqualTo(1);
        assertThat(complained.toString())
                .startsWith("tongcheng sql: Catalog Error: Table with name nowhere does not exist!")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|-|say what to ask: --archive, --run or both",
                "--archive|/nowhere|is no archive on this machine",
                "--format|xml|Invalid value for option '--format'",
                "--threads|0|--threads must be at least 1",
                "--memory|much|such as 2GB",
                "--region|atlantis|atlantis",
                "--file|/nowhere.sql|give a query or --file, not both"
            })
    void saysWhatWasAskedWrongly(@Nullable String option, @Nullable String value, String problem) {
        int exit = option == null
                ? execute("sql", "SELECT 1")
                : execute("sql", "--run", run.toString(), option, value, "SELECT 1");
        assertThat(exit).isEqualTo(2);
        assertThat(complained.toString()).contains(problem);
    }

    @Test
    void refusesQueriesThatAreNone(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("q.sql"), "-- nothing\n");
        assertThat(execute("sql", "--run", run.toString(), " ; ")).isEqualTo(2);
        assertThat(execute("sql", "--run", run.toString(), "--file", file.toString()))
                .isEqualTo(2);
        assertThat(execute(
                        "sql",
                        "--run",
                        run.toString(),
                        "--file",
                        folder.resolve("absent").toString()))
                .isEqualTo(2);
    }
}
