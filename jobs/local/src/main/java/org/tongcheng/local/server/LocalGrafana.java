package org.tongcheng.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Grafana of the demo, where one is installed: on loopback, with the project's provisioning, readable without a login, for
 * as long as this process lives.
 */
public final class LocalGrafana implements AutoCloseable {

    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final Duration STOPPING = Duration.ofSeconds(15);
    private static final Path PACKAGED_HOME = Path.of("/usr/share/grafana");

    private final URI url;
    private final Process process;

    private LocalGrafana(URI url, Process process) {
        this.url = url;
        this.process = process;
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
        ProcessBuilder start = new ProcessBuilder(command(program, home(program)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Settings of a system-wide Grafana must not reach this one.
        start.environment().keySet().removeIf(name -> name.startsWith("GF_"));
        start.environment().putAll(settings(port, provided, folder));
        start.environment().putAll(source(provided, influx, environment));
        LocalGrafana grafana = new LocalGrafana(URI.create("http://127.0.0.1:" + port), start.start());
        grafana.awaitReady(log);
        return grafana;
    }

    /**
     * Address of the region's dashboard for a day. The day is named by its distance from today, because panels on the cluster's
     * own time show the last hour only where the time on show is relative.
     */
    public String dashboard(LocalDate day, LocalDate today) {
        return url + path(day, today);
    }

    static String path(LocalDate day, LocalDate today) {
        long ago = ChronoUnit.DAYS.between(day, today);
        String at = "now" + (ago < 0 ? "%2B" : "-") + Math.abs(ago) + "d%2Fd";
        return "/d/tongcheng-region-zh?from=" + at + "&to=" + at;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOPPING.toSeconds(), TimeUnit.SECONDS)
                .join();
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return "Grafana " + url;
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

    private void awaitReady(Path log) throws Exception {
        boolean ready = false;
        try {
            ready = Waiting.until(STARTING, () -> !process.isAlive() || answers()) && process.isAlive();
            if (!ready) {
                throw new LocalFailure(
                        "grafana does not start: " + new Program.Ended(-1, Program.read(log)).lastLine());
            }
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest health = HttpRequest.newBuilder(url.resolve("/api/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
