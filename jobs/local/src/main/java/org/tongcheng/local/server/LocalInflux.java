package org.tongcheng.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The InfluxDB of the demo: the one that INFLUX_URL names, which is left alone, or an {@code influxd} 1.x of its own
 * on loopback, with its own data, that dies with this process.
 */
public final class LocalInflux implements AutoCloseable {

    /** Name of the database that is made in an InfluxDB of our own. */
    public static final String DATABASE = "tongcheng";

    /** Only 1.x has the settings and the database commands used here. */
    private static final ServerPackage.Contents PACKAGE = new ServerPackage.Contents(
            "InfluxDB",
            "influxdb",
            List.of("influxd"),
            "usr/bin/influxd",
            "version",
            Pattern.compile("InfluxDB v?1\\."),
            "",
            "set INFLUX_URL to a running InfluxDB, or install influxdb 1.x so that influxd is on the PATH");

    private static final Duration STARTING = Duration.ofSeconds(60);
    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final URI url;
    private final @Nullable Process process;

    private LocalInflux(URI url, @Nullable Process process) {
        this.url = url;
        this.process = process;
    }

    /**
     * @param environment of this process: INFLUX_URL, PATH, XDG_CACHE_HOME
     * @param folder for configuration and data; it stays on close
     * @param progress told what is being fetched, if anything is
     */
    public static LocalInflux start(Map<String, String> environment, Path folder, Consumer<String> progress)
            throws Exception {
        String named = environment.getOrDefault("INFLUX_URL", "");
        if (!named.isEmpty()) {
            return answering(named);
        }
        Path program =
                new ServerPackage(PACKAGE, environment, progress).program().program();
        List<Integer> ports = FreePorts.take(2);
        Path log = folder.resolve("influxd.log");
        Path settings = Files.writeString(folder.resolve("influxdb.conf"), settings(folder, ports));
        ProcessBuilder start = new ProcessBuilder(program.toString(), "run", "-config", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Settings of a system-wide InfluxDB must not reach this one.
        start.environment().keySet().removeIf(name -> name.startsWith("INFLUXDB_"));
        Process process = start.start();
        LocalInflux influx = new LocalInflux(URI.create("http://127.0.0.1:" + ports.get(0)), process);
        influx.awaitReady(process, log);
        return influx;
    }

    private static LocalInflux answering(String named) throws InterruptedException {
        LocalInflux influx;
        try {
            influx = new LocalInflux(URI.create(named), null);
            if (influx.answers()) {
                return influx;
            }
        } catch (IllegalArgumentException e) {
            throw new LocalFailure(
                    "INFLUX_URL must be an address such as http://localhost:8086, not '" + named + "'", e);
        }
        throw new LocalFailure("no InfluxDB answers at INFLUX_URL=" + named + ": correct it, or unset it to get one");
    }

    public URI url() {
        return url;
    }

    /** Whether this is a server of our own, which starts empty and ends with this process. */
    public boolean own() {
        return process != null;
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit()
                    .completeOnTimeout(running, STOPPING.toSeconds(), TimeUnit.SECONDS)
                    .join();
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public String toString() {
        return "InfluxDB " + url;
    }

    private void awaitReady(Process starting, Path log) throws Exception {
        boolean ready = false;
        try {
            boolean settled = Waiting.until(STARTING, () -> !starting.isAlive() || answers());
            if (!settled || !starting.isAlive()) {
                throw new LocalFailure(
                        "influxd does not start: " + new Program.Ended(-1, Program.read(log)).lastLine());
            }
            new InfluxQuery(url, Map.of()).run("CREATE DATABASE " + DATABASE);
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest ping = HttpRequest.newBuilder(url.resolve("/ping"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HttpClient.newHttpClient()
                            .send(ping, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 300;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String settings(Path folder, List<Integer> ports) {
        return """
                reporting-disabled = true
                bind-address = "127.0.0.1:%2$d"
                [meta]
                  dir = "%3$s/meta"
                  logging-enabled = false
                [data]
                  dir = "%3$s/data"
                  wal-dir = "%3$s/wal"
                  query-log-enabled = false
                  cache-max-memory-size = "256m"
                [monitor]
                  store-enabled = false
                [continuous_queries]
                  enabled = false
                [http]
                  bind-address = "127.0.0.1:%1$d"
                  log-enabled = false
                """.formatted(ports.get(0), ports.get(1), folder);
    }
}
