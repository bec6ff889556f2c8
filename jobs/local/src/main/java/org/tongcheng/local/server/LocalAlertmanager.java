package org.tongcheng.local.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The Alertmanager of the demo: the one that ALERTMANAGER_URL names, which is left alone, or one of its own on loopback,
 * alone in its cluster, that dies with this process.
 */
public final class LocalAlertmanager implements AutoCloseable {

    private static final ServerPackage.Contents PACKAGE = new ServerPackage.Contents(
            "Alertmanager",
            "prometheus-alertmanager",
            List.of("prometheus-alertmanager", "alertmanager"),
            "usr/bin/prometheus-alertmanager",
            "--version",
            Pattern.compile("alertmanager, version (0\\.(1[6-9]|[2-9][0-9])|[1-9])"),
            "/usr/share/prometheus/alertmanager",
            "set ALERTMANAGER_URL to a running Alertmanager, or install one so that alertmanager is on the PATH");

    private static final String TELLS_NOBODY = """
            route: {receiver: nobody, group_by: [rule_id, city_code]}
            receivers: [{name: nobody}]
            """;

    private static final LocalServer.Kind KIND = new LocalServer.Kind("Alertmanager", "alertmanager", "/-/ready");

    private final LocalServer server;

    private LocalAlertmanager(LocalServer server) {
        this.server = server;
    }

    /**
     * @param environment of this process: ALERTMANAGER_URL, PATH, XDG_CACHE_HOME
     * @param folder for data and log; it stays on close
     * @param configuration the server's, with its templates; not read where ALERTMANAGER_URL is set
     * @param progress told what is being fetched, if anything is
     */
    public static LocalAlertmanager start(
            Map<String, String> environment, Path folder, Path configuration, Consumer<String> progress)
            throws Exception {
        String named = environment.getOrDefault("ALERTMANAGER_URL", "");
        if (!named.isEmpty()) {
            return new LocalAlertmanager(LocalServer.running(KIND, named, "ALERTMANAGER_URL", "http://localhost:9093"));
        }
        ServerPackage.Found found = new ServerPackage(PACKAGE, environment, progress).program();
        String address = "127.0.0.1:" + FreePorts.take(1).get(0);
        ProcessBuilder command = new ProcessBuilder(
                        found.program().toString(),
                        "--config.file=" + configuration.toAbsolutePath(),
                        "--storage.path=" + folder.resolve("alertmanager").toAbsolutePath(),
                        "--web.listen-address=" + address,
                        "--cluster.listen-address=")
                .directory(found.home().toFile());
        Path log = folder.resolve("alertmanager.log");
        return new LocalAlertmanager(
                LocalServer.start(KIND, URI.create("http://" + address), command, log, LocalAlertmanager::reason));
    }

    /** The same, with a configuration of its own: alerts are to be seen in it, and nobody is told of them. */
    public static LocalAlertmanager startTellingNobody(
            Map<String, String> environment, Path folder, Consumer<String> progress) throws Exception {
        return start(
                environment, folder, Files.writeString(folder.resolve("alertmanager.yml"), TELLS_NOBODY), progress);
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

    /** It goes on logging after it has told what is wrong. */
    private static String reason(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("err="))
                .reduce((first, second) -> second)
                .orElse(LocalServer.Reason.LAST_LINE.of(log));
    }
}
