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
import picocli.CommandLine;

/** Folders of results, compared. */
class DiffCommandTest {

    private static final String HOUR = "{\"measurement\":\"air_city_1h\",\"tags\":{\"city_code\":\"510100\"},"
            + "\"time\":\"2026-03-05T10:00:00+08:00\",\"fields\":{\"aqi\":53,\"pm2_5\":35}}\n";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int diff(String... arguments) {
        CommandLine command = Tongcheng.commandLine();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        List<String> all = new ArrayList<>(List.of("diff"));
        all.addAll(List.of(arguments));
        return command.execute(all.toArray(new String[0]));
    }

    private String results(String name, String lines) throws Exception {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.writeString(made.resolve("air.results.jsonl"), lines);
        return made.toString();
    }

    private String run(String name, String hours) throws Exception {
        String run = results("runs/" + name, HOUR);
        Files.writeString(Path.of(run, "run.json"), """
                {"schema_version":"run/1","run_id":"%s","region":"chengdu","source":"archive",
                 "from":"2026-03-05T00:00:00+08:00","to":"2026-03-05T%s:00:00+08:00",
                 "warm_up_from":{"air.observations":"2026-03-01T00:00:00+08:00"},"feeds":["air.observations"],"parallelism":2}
                """.formatted(name, hours));
        return run;
    }

    @Test
    void saysByItsExitCodeWhetherTheSidesAreEqual() throws Exception {
        String one = results("one", HOUR);
        String same = results("same", HOUR);
        String other = results("other", HOUR.replace("53", "54"));

        assertThat(diff(one, same)).isZero();
        assertThat(said.toString()).endsWith("equal\n");
        assertThat(diff(one, other, "--format", "json")).isEqualTo(3);
        assertThat(said.toString()).contains("\"field\" : \"aqi\"", "\"a\" : 53", "\"b\" : 54");
        assertThat(diff(one, other, "--tolerance", "aqi=1")).isZero();
        assertThat(diff(one, other, "--from", "2026-03-05T11:00:00+08:00"))
                .as("nothing is left")
                .isEqualTo(1);
    }

    @Test
    void findsRunsByTheirIds() throws Exception {
        run("one", "12");
        run("other", "12");
        run("longer", "18");
        String runs = folder.resolve("runs").toString();

        assertThat(diff("one", "other", "--runs", runs)).isZero();
        assertThat(said.toString()).contains("from 2026-03-05T00:00:00+08:00", "to   2026-03-05T12:00:00+08:00");
        assertThat(diff("one", "longer", "--runs", runs)).isEqualTo(2);
        assertThat(complained.toString())
                .contains("2026-03-05T12:00:00+08:00", "2026-03-05T18:00:00+08:00", "--from and --to");
        assertThat(diff("one", "longer", "--runs", runs, "--to", "2026-03-05T12:00:00+08:00"))
                .isZero();
    }

    @Test
    void namesWhatCannotBeCompared() throws Exception {
        String one = results("one", HOUR);
        String empty = Files.createDirectory(folder.resolve("empty")).toString();

        assertThat(diff(one, folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(complained.toString()).contains("nowhere", "is no folder");
        assertThat(diff(one, empty)).isEqualTo(2);
        assertThat(complained.toString()).contains("no results in " + empty);
        assertThat(diff(one, one, "--measurement", "air")).isEqualTo(2);
        assertThat(complained.toString()).contains("--measurement air: no measurement is named so");
        assertThat(diff(one, "influx:other")).isEqualTo(2);
        assertThat(complained.toString()).contains("influx:other needs to know where InfluxDB is");
        assertThat(diff(one, one, "--to", "noon")).isEqualTo(2);
        assertThat(complained.toString()).contains("--to must be a moment");
        assertThat(diff(one)).isEqualTo(2);
    }

    @Test
    void refusesFilesThatAreNotSortedOrNoResults() throws Exception {
        String one = results("one", HOUR);
        String unsorted = results("unsorted", HOUR.replace("T10", "T11") + HOUR);
        String broken = results("broken", "{\"measurement\":\n");

        assertThat(diff(one, unsorted)).isEqualTo(1);
        assertThat(complained.toString()).contains("line 2 of ", "air.results.jsonl is out of order");
        assertThat(diff(one, broken)).isEqualTo(1);
        assertThat(complained.toString()).contains("line 1 of ", "is no point");
    }
}
