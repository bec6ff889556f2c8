package org.tongcheng.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server behind an address: a process of our own, or one that runs already. */
final class LocalServer implements AutoCloseable {

    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final Kind kind;
    private final URI url;
    private final @Nullable Process process;

    private LocalServer(Kind kind, URI url, @Nullable Process process) {
        this.kind = kind;
        this.url = url;
        this.process = process;
    }

    /**
     * What kind of server it is.
     *
     * @param name for people, such as {@code InfluxDB}
     * @param program such as {@code influxd}
     * @param readyPath what answers as soon as it is ready
     */
    record Kind(String name, String program, String readyPath) {}

    /** Tells from a log why the program did not start. */
    @FunctionalInterface
    interface Reason {

        /** The last line. */
        Reason LAST_LINE = log -> new Program.Ended(-1, Program.read(log)).lastLine();

        String of(Path log) throws IOException;
    }

    /**
     * One that runs already.
     *
     * @param variable that names its address
     * @param example of an address
     * @throws LocalFailure when nothing answers there
     */
    static LocalServer running(Kind kind, String address, String variable, String example) throws InterruptedException {
        try {
            LocalServer server = new LocalServer(kind, URI.create(address), null);
            if (server.answers()) {
                return server;
            }
        } catch (IllegalArgumentException e) {
            throw new LocalFailure(variable + " must be an address such as " + example + ", not '" + address + "'", e);
        }
        throw new LocalFailure("no " + kind.name() + " answers at " + variable + "=" + address
                + ": correct it, or unset it to get one");
    }

    /**
     * Starts one, and waits until it is ready.
     *
     * @throws LocalFailure when it does not get there; it has ended then
     */
    static LocalServer start(Kind kind, URI url, ProcessBuilder command, Path log, Reason reason) throws Exception {
        Process process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        LocalServer server = new LocalServer(kind, url, process);
        boolean ready = false;
        try {
            ready = Waiting.until(STARTING, () -> !process.isAlive() || server.answers()) && process.isAlive();
            if (!ready) {
                throw new LocalFailure(kind.program() + " does not start: " + reason.of(log));
            }
        } finally {
            if (!ready) {
                server.close();
            }
        }
        return server;
    }

    URI url() {
        return url;
    }

    /** Whether it is a process of our own. */
    boolean own() {
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
        return kind.name() + " " + url;
    }

    /** An address may end in a path. */
    private boolean answers() throws InterruptedException {
        try {
            URI ready = URI.create(url.toString().replaceAll("/+$", "") + kind.readyPath());
            HttpRequest request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 300;
        } catch (IOException notYet) {
            return false;
        }
    }
}
