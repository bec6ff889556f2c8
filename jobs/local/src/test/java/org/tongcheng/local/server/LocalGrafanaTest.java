package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalGrafanaTest {

    private static final Path PROVIDED = Path.of("..", "..", "grafana");

    @TempDir
    private Path folder;

    @Test
    void findsTheProgramOnThePathAndNothingElsewhere() throws Exception {
        Path program = program("grafana-server", "");

        assertThat(LocalGrafana.program(Map.of("PATH", "/nowhere:" + folder))).contains(program);
        assertThat(LocalGrafana.program(Map.of("PATH", "/nowhere"))).isEmpty();
        assertThat(LocalGrafana.program(Map.of())).isEmpty();
    }

    @Test
    void startsTheServerInItsOwnHome() throws Exception {
        Path home = Files.createDirectories(folder.resolve("grafana-12")).toRealPath();
        Files.createDirectories(home.resolve("public"));
        Path program =
                Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("grafana"));

        assertThat(LocalGrafana.home(program)).contains(home);
        assertThat(LocalGrafana.command(program, Optional.of(home)))
                .containsExactly(program.toString(), "server", "--homepath=" + home);
        assertThat(LocalGrafana.command(Path.of("/usr/sbin/grafana-server"), Optional.empty()))
                .containsExactly("/usr/sbin/grafana-server");
    }

    @Test
    void staysOnLoopbackAndReadsTheProjectsProvisioning() {
        assertThat(LocalGrafana.settings(3210, PROVIDED, folder))
                .containsEntry("GF_SERVER_HTTP_ADDR", "127.0.0.1")
                .containsEntry("GF_SERVER_HTTP_PORT", "3210")
                .containsEntry("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer")
                .hasEntrySatisfying("GF_PATHS_PROVISIONING", path -> assertThat(Path.of(path))
                        .isDirectory())
                .hasEntrySatisfying("GF_PATHS_DATA", path -> assertThat(path).startsWith(folder.toString()));
    }

    @Test
    void givesTheProvisioningEveryVariableThatItReads() throws Exception {
        Map<String, String> source =
                LocalGrafana.source(PROVIDED, URI.create("http://127.0.0.1:8086"), Map.of("INFLUX_USERNAME", "reader"));
        TreeSet<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PROVIDED.resolve("provisioning"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\\$\\{([A-Z_]+)}")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(variable -> read.add(variable.group(1)));
            }
        }

        assertThat(source)
                .containsOnlyKeys(read)
                .containsEntry("INFLUX_URL", "http://127.0.0.1:8086")
                .containsEntry("INFLUX_BUCKET", "tongcheng")
                .containsEntry("INFLUX_USERNAME", "reader")
                .hasEntrySatisfying("TONGCHENG_DASHBOARDS", path -> assertThat(Path.of(path, "zh", "region.json"))
                        .exists());
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        Path program = program("grafana", "echo \"$1 on port $GF_SERVER_HTTP_PORT: no license to chart\"; exit 1");

        assertThatThrownBy(() ->
                        LocalGrafana.start(program, PROVIDED, folder, URI.create("http://127.0.0.1:8086"), Map.of()))
                .isInstanceOf(LocalFailure.class)
                .hasMessageMatching("grafana does not start: server on port [0-9]+: no license to chart");
    }

    @Test
    void namesADayByItsDistanceFromToday() {
        LocalDate day = LocalDate.of(2026, 3, 5);

        assertThat(LocalGrafana.path(day, LocalDate.of(2026, 3, 8)))
                .isEqualTo("/d/tongcheng-region-zh?from=now-3d%2Fd&to=now-3d%2Fd");
        assertThat(LocalGrafana.path(day, LocalDate.of(2026, 3, 4)))
                .isEqualTo("/d/tongcheng-region-zh?from=now%2B1d%2Fd&to=now%2B1d%2Fd");
    }

    private Path program(String name, String does) throws Exception {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + does + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
