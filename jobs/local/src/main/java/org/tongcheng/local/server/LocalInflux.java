package org.tongcheng.local.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

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

    private static final LocalServer.Kind KIND = new LocalServer.Kind("InfluxDB", "influxd", "/ping");

    private final LocalServer server;

    private LocalInflux(LocalServer server) {
        this.server = server;
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
            return new LocalInflux(LocalServer.running(KIND, named, "INFLUX_URL", "http://localhost:8086"));
        }
        Path program =
                new ServerPackage(PACKAGE, environment, progress).program().program();
        List<Integer> ports = FreePorts.take(2);
        Path log = folder.resolve("influxd.log");
        Path settings = Files.writeString(folder.resolve("influxdb.conf"), settings(folder, ports));
        ProcessBuilder command = new ProcessBuilder(program.toString(), "run", "-config", settings.toString());
        // Settings of a system-wide InfluxDB must not reach this one.
        command.environment().keySet().removeIf(name -> name.startsWith("INFLUXDB_"));
        URI url = URI.create("http://127.0.0.1:" + ports.get(0));
        LocalInflux influx = new LocalInflux(LocalServer.start(KIND, url, command, log, LocalServer.Reason.LAST_LINE));
        influx.createDatabase();
        return influx;
    }

    public URI url() {
        return server.url();
    }

    /** Whether this is a server of our own, which starts empty and ends with this process. */
    public boolean own() {
        return server.own();
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return server.toString();
    }

    private void createDatabase() throws InterruptedException {
        boolean created = false;
        try {
            new InfluxQuery(url(), Map.of()).run("CREATE DATABASE " + DATABASE);
            created = true;
        } finally {
            if (!created) {
                close();
            }
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
