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

    private static final Duration STARTING = Duration.ofSeconds(60);
    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final URI url;
    private final @Nullable Process process;

    private LocalAlertmanager(URI url, @Nullable Process process) {
        this.url = url;
        this.process = process;
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
            return answering(named);
        }
        ServerPackage.Found found = new ServerPackage(PACKAGE, environment, progress).program();
        String address = "127.0.0.1:" + FreePorts.take(1).get(0);
        Path log = folder.resolve("alertmanager.log");
        Process process = new ProcessBuilder(
                        found.program().toString(),
                        "--config.file=" + configuration.toAbsolutePath(),
                        "--storage.path=" + folder.resolve("alertmanager").toAbsolutePath(),
                        "--web.listen-address=" + address,
                        "--cluster.listen-address=")
                .directory(found.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        LocalAlertmanager alertmanager = new LocalAlertmanager(URI.create("http://" + address), process);
        alertmanager.awaitReady(process, log);
        return alertmanager;
    }

    /** The same, with a configuration of its own: alerts are to be seen in it, and nobody is told of them. */
    public static LocalAlertmanager startTellingNobody(
            Map<String, String> environment, Path folder, Consumer<String> progress) throws Exception {
        return start(
                environment, folder, Files.writeString(folder.resolve("alertmanager.yml"), TELLS_NOBODY), progress);
    }

    private static LocalAlertmanager answering(String named) throws InterruptedException {
        try {
            LocalAlertmanager alertmanager = new LocalAlertmanager(URI.create(named), null);
            if (alertmanager.answers()) {
                return alertmanager;
            }
        } catch (IllegalArgumentException e) {
            throw new LocalFailure(
                    "ALERTMANAGER_URL must be an address such as http://localhost:9093, not '" + named + "'", e);
        }
        throw new LocalFailure(
                "no Alertmanager answers at ALERTMANAGER_URL=" + named + ": correct it, or unset it to get one");
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
        return "Alertmanager " + url;
    }

    private void awaitReady(Process starting, Path log) throws Exception {
        boolean ready = false;
        try {
            boolean settled = Waiting.until(STARTING, () -> !starting.isAlive() || answers());
            if (!settled || !starting.isAlive()) {
                throw new LocalFailure("alertmanager does not start: " + reason(log));
            }
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    /** It goes on logging after it has told what is wrong. */
    private static String reason(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("err="))
                .reduce((first, second) -> second)
                .orElse(new Program.Ended(-1, Program.read(log)).lastLine());
    }

    /** An address may end in a path. */
    private boolean answers() throws InterruptedException {
        try {
            URI ready = URI.create(url.toString().replaceAll("/+$", "") + "/-/ready");
            HttpRequest request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
