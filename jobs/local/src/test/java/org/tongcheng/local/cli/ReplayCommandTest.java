package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayCommandTest {

    private static final String OBSERVATION = """
            {"schema_version":"air/1","station_id":"%s","observed_at":"2026-03-05T10:00:00+08:00","source":"t",\
            "values":{"so2":5,"no2":20,"pm10":40,"co":0.5,"o3":60,"pm2_5":30}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int replay(String... arguments) {
        CommandLine command = Tongcheng.commandLine();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        List<String> all = new ArrayList<>(
                List.of("replay", "--runs", folder.resolve("runs").toString()));
        all.addAll(List.of(arguments));
        return command.execute(all.toArray(new String[0]));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "--from, yesterday, --from must be a moment",
        "--to, 2026-03-05, --to must be later than --from",
        "--into, Last Week, --into must be",
        "--source, /no/such/folder, '--source must be kafka, archive, both or a folder'",
        "--warm-up, long, --warm-up must be a duration",
        "--speed, fast, --speed must be max or a number above 0",
        "--speed, 0, --speed must be max or a number above 0",
        "--feed, transit, no feed is named 'transit'",
        "--rules, /no/such/file, --rules /no/such/file is not a file",
        "--parallelism, 0, --parallelism must be at least 1",
    })
    void saysWhatIsWrongWithAnOption(String option, String value, String message) {
        List<String> arguments = new ArrayList<>(
                List.of("--from", "2026-03-05", "--to", "2026-03-06", "--into", "a", "--archive", folder.toString()));
        int given = arguments.indexOf(option);
        if (given >= 0) {
            arguments.set(given + 1, value);
        } else {
            arguments.addAll(List.of(option, value));
        }

        assertThat(replay(arguments.toArray(new String[0]))).isEqualTo(2);
        assertThat(complained.toString()).contains(message);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void anEmptyArchiveIsAFailureThatSaysWhatWasLookedFor() {
        assertThat(replay("--from", "2026-03-05", "--to", "2026-03-06", "--into", "a", "--archive", folder.toString()))
                .isEqualTo(1);
        assertThat(complained.toString())
                .contains("nothing to replay from 2026-03-05T00:00+08:00 to 2026-03-06T00:00+08:00")
                .contains("air.observations: nothing");
    }

    @Test
    void recordedFilesAreReplayedAsAnArchiveIs() throws Exception {
        Path recorded = Files.createDirectories(folder.resolve("recorded"));
        Files.writeString(recorded.resolve("air.observations.jsonl"), OBSERVATION.formatted("1431A"));

        assertThat(replay(
                        "--from",
                        "2026-03-05",
                        "--to",
                        "2026-03-06",
                        "--into",
                        "files",
                        "--source",
                        recorded.toString(),
                        "--speed",
                        "1000000"))
                .as(complained::toString)
                .isZero();
        Path run = folder.resolve("runs/files");
        assertThat(Files.readString(run.resolve("air.results.jsonl"))).contains("\"air_station_1h\"", "1431A");
        assertThat(Files.readString(run.resolve("run.json")))
                .contains("\"source\" : \"files\"", "\"run_id\" : \"files\"");
        assertThat(said.toString()).contains("air.observations: 1 received = 1 accepted");
    }
}
