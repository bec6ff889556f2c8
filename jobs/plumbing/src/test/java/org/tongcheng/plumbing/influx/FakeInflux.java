package org.tongcheng.plumbing.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcheng.plumbing.job.InfluxSettings;

/** A store that answers as a test tells it, and remembers what it was asked and what it took. */
public final class FakeInflux implements AutoCloseable {

    /** An answer that never comes: the connection breaks. */
    static final int BREAKS = 0;

    private static final int DONE = 204;

    private final HttpServer server;
    private final String version;
    private final BlockingQueue<Integer> next = new LinkedBlockingQueue<>();
    private volatile Function<Asked, Integer> usual = asked -> DONE;
    private volatile String retryAfter = "";
    private volatile String body = "";
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Asked> taken = new CopyOnWriteArrayList<>();

    /** A request other than a ping, as it came. */
    public record Asked(URI uri, String authorization, String body, long nanos) {

        public List<String> lines() {
            return body.lines().toList();
        }
    }

    public FakeInflux(String version) {
        this.version = version;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public static FakeInflux two() {
        return new FakeInflux("v2.7.10");
    }

    public static FakeInflux one() {
        return new FakeInflux("1.6.7~debian");
    }

    /** Answers the next requests with these, whatever they are. */
    public FakeInflux first(int... statuses) {
        for (int status : statuses) {
            next.add(status);
        }
        return this;
    }

    public FakeInflux always(Function<Asked, Integer> status) {
        usual = status;
        return this;
    }

    public FakeInflux retryAfter(String seconds) {
        retryAfter = seconds;
        return this;
    }

    /** What stands in the body of every answer. */
    public FakeInflux saying(String text) {
        body = text;
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    /** Lines of the writes that were answered well, in their order. */
    public List<String> taken() {
        return taken.stream().flatMap(write -> write.lines().stream()).toList();
    }

    public InfluxSettings settings() {
        return settings("city", null, "token");
    }

    InfluxSettings settings(String bucket, @Nullable String username, @Nullable String secret) {
        String url = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
        return new InfluxSettings(url, "org", bucket, username, username == null ? secret : null, secret);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/ping")) {
                exchange.getResponseHeaders().add("X-Influxdb-Version", version);
                exchange.sendResponseHeaders(DONE, -1);
                return;
            }
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            Asked request = new Asked(
                    exchange.getRequestURI(),
                    authorization == null ? "" : authorization,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    System.nanoTime());
            asked.add(request);
            Integer told = next.poll();
            answer(exchange, request, told == null ? usual.apply(request) : told);
        }
    }

    private void answer(HttpExchange exchange, Asked request, int status) throws IOException {
        if (status == BREAKS) {
            return;
        }
        if (status == DONE && request.uri().getPath().endsWith("/write")) {
            taken.add(request);
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        byte[] said = body.getBytes(StandardCharsets.UTF_8);
        if (status == DONE || said.length == 0) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, said.length);
        exchange.getResponseBody().write(said);
    }
}
