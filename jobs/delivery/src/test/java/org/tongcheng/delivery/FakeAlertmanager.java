package org.tongcheng.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.tongcheng.delivery.alertmanager.AlertPost;
import org.tongcheng.delivery.alertmanager.AlertmanagerSettings;

/** An Alertmanager that answers as a test tells it, and remembers what it was asked and what it took. */
public final class FakeAlertmanager implements AutoCloseable {

    /** An answer that never comes: the connection breaks. */
    public static final int BREAKS = 0;

    /** A head of 200, and then no body for as long as the test lasts. */
    public static final int HANGS = -1;

    private static final int DONE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BlockingQueue<Integer> next = new LinkedBlockingQueue<>();
    private volatile Function<Asked, Integer> usual = asked -> DONE;
    private volatile String retryAfter = "";
    private volatile String body = "";
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Asked> taken = new CopyOnWriteArrayList<>();

    /** A request as it came. */
    public record Asked(String method, String path, String authorization, String body) {

        public List<AlertPost> alerts() {
            return parsed(body);
        }

        /** What a post says of each alert, such as {@code "a1 blue firing"}. */
        public List<String> said(long now) {
            return alerts().stream()
                    .map(alert -> alert.labels().get("alert_id")
                            + ' '
                            + alert.labels().get("severity")
                            + (alert.endsAt() > now ? " firing" : " ended"))
                    .toList();
        }
    }

    public FakeAlertmanager() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // One that hangs must not keep the next request waiting.
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers the next requests with these, whatever they are. */
    public FakeAlertmanager first(int... statuses) {
        for (int status : statuses) {
            next.add(status);
        }
        return this;
    }

    public FakeAlertmanager always(Function<Asked, Integer> status) {
        usual = status;
        return this;
    }

    public FakeAlertmanager retryAfter(String seconds) {
        retryAfter = seconds;
        return this;
    }

    /** What stands in the body of every answer. */
    public FakeAlertmanager saying(String text) {
        body = text;
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    /** Requests that were answered well. */
    public List<Asked> taken() {
        return taken;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public AlertmanagerSettings settings() {
        return new AlertmanagerSettings(url(), PATIENCE, null, null, null);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Asked request = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(request);
        Integer told = next.poll();
        int status = told == null ? usual.apply(request) : told;
        if (status == HANGS) {
            hang(exchange);
        } else if (status != BREAKS) {
            answer(exchange, status, request);
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange, int status, Asked request) throws IOException {
        if (status < 300) {
            taken.add(request);
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
    }

    private void hang(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(DONE, 0);
        exchange.getResponseBody().flush();
        try {
            if (!closed.await(1, TimeUnit.MINUTES)) {
                throw new IOException("the test has forgotten this");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    static List<AlertPost> parsed(String json) {
        List<AlertPost> alerts = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Map<String, String>> pairs = new HashMap<>();
                Map<String, String> times = new HashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    if (parser.nextToken() == JsonToken.START_OBJECT) {
                        pairs.put(name, pairs(parser));
                    } else {
                        times.put(name, parser.getText());
                    }
                }
                alerts.add(new AlertPost(
                        pairs.get("labels"),
                        pairs.get("annotations"),
                        Instant.parse(times.get("startsAt")).toEpochMilli(),
                        Instant.parse(times.get("endsAt")).toEpochMilli()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
        return alerts;
    }

    private static Map<String, String> pairs(JsonParser parser) throws IOException {
        Map<String, String> pairs = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            pairs.put(parser.currentName(), parser.nextTextValue());
        }
        return pairs;
    }
}
