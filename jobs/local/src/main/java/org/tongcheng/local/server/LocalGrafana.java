package org.tongcheng.local.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Grafana of the demo, where one is installed: on loopback, with the project's provisioning, readable without a login, for
 * as long as this process lives.
 */
public final class LocalGrafana implements AutoCloseable {

    private static final LocalServer.Kind KIND = new LocalServer.Kind("Grafana", "grafana", "/api/health");
    private static final Path PACKAGED_HOME = Path.of("/usr/share/grafana");

    private final LocalServer server;

    private LocalGrafana(LocalServer server) {
        this.server = server;
    }

    /** The program, when there is one on the PATH. */
    public static Optional<Path> program(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        return Stream.of("grafana", "grafana-server")
                .flatMap(name -> Program.find(name, path).stream())
                .findFirst();
    }

    /**
     * @param program from {@link #program}
     * @param provided the project's folder of dashboards and provisioning
     * @param folder for data and log; it stays on close
     * @param influx address of the results
     * @param environment INFLUX_BUCKET, INFLUX_USERNAME, INFLUX_PASSWORD
     * @throws LocalFailure when it does not start
     */
    public static LocalGrafana start(
            Path program, Path provided, Path folder, URI influx, Map<String, String> environment) throws Exception {
        int port = FreePorts.take(1).get(0);
        Path log = folder.resolve("grafana.log");
        ProcessBuilder command = new ProcessBuilder(command(program, home(program)));
        // Settings of a system-wide Grafana must not reach this one.
        command.environment().keySet().removeIf(name -> name.startsWith("GF_"));
        command.environment().putAll(settings(port, provided, folder));
        command.environment().putAll(source(provided, influx, environment));
        URI url = URI.create("http://127.0.0.1:" + port);
        return new LocalGrafana(LocalServer.start(KIND, url, command, log, LocalServer.Reason.LAST_LINE));
    }

    /**
     * Address of the region's dashboard for a day. The day is named by its distance from today, because panels on the cluster's
     * own time show the last hour only where the time on show is relative.
     */
    public String dashboard(LocalDate day, LocalDate today) {
        return server.url() + path(day, today);
    }

    static String path(LocalDate day, LocalDate today) {
        long ago = ChronoUnit.DAYS.between(day, today);
        String at = "now" + (ago < 0 ? "%2B" : "-") + Math.abs(ago) + "d%2Fd";
        return "/d/tongcheng-region-zh?from=" + at + "&to=" + at;
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return server.toString();
    }

    /** The older program is the server, the newer one has it as a command. */
    static List<String> command(Path program, Optional<Path> home) {
        Stream<String> start =
                program.endsWith("grafana") ? Stream.of(program.toString(), "server") : Stream.of(program.toString());
        return Stream.concat(start, home.stream().map(path -> "--homepath=" + path))
                .toList();
    }

    /** Where its own files are: beside its folder of programs, or where packages put them. */
    static Optional<Path> home(Path program) throws IOException {
        Path unpacked = program.toRealPath().resolve("../..").normalize();
        return Stream.of(unpacked, PACKAGED_HOME)
                .filter(path -> Files.isDirectory(path.resolve("public")))
                .findFirst();
    }

    static Map<String, String> settings(int port, Path provided, Path folder) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("GF_SERVER_HTTP_ADDR", "127.0.0.1");
        settings.put("GF_SERVER_HTTP_PORT", String.valueOf(port));
        settings.put("GF_PATHS_DATA", folder.resolve("data").toString());
        settings.put("GF_PATHS_LOGS", folder.resolve("logs").toString());
        settings.put("GF_PATHS_PLUGINS", folder.resolve("plugins").toString());
        settings.put("GF_PATHS_PROVISIONING", provided.resolve("provisioning").toString());
        settings.put("GF_AUTH_ANONYMOUS_ENABLED", "true");
        settings.put("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer");
        settings.put("GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION", "true");
        settings.put("GF_ANALYTICS_REPORTING_ENABLED", "false");
        settings.put("GF_ANALYTICS_CHECK_FOR_UPDATES", "false");
        settings.put("GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", "false");
        settings.put("GF_PLUGINS_PREINSTALL_DISABLED", "true");
        return settings;
    }

    /** What the provisioning reads. */
    static Map<String, String> source(Path provided, URI influx, Map<String, String> environment) {
        Map<String, String> source = new TreeMap<>();
        source.put("TONGCHENG_DASHBOARDS", provided.resolve("dashboards").toString());
        source.put("INFLUX_URL", influx.toString());
        source.put("INFLUX_BUCKET", environment.getOrDefault("INFLUX_BUCKET", LocalInflux.DATABASE));
        source.put("INFLUX_USERNAME", environment.getOrDefault("INFLUX_USERNAME", ""));
        source.put("INFLUX_PASSWORD", environment.getOrDefault("INFLUX_PASSWORD", ""));
        return source;
    }
}
