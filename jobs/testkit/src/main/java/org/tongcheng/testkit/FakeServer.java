package org.tongcheng.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An HTTP server on loopback that answers as a test tells it, and remembers what it was asked and what it took. */
public final class FakeServer implements AutoCloseable {

    /** An answer that never comes: the connection breaks. */
    public static final int BREAKS = 0;

    /** A head that says all is well, and then no body for as long as the test lasts. */
    public static final int HANGS = -1;

    private static final int NO_CONTENT = 204;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final BlockingQueue<Integer> next = new LinkedBlockingQueue<>();
    private final int well;
    private volatile Function<Asked, Integer> usual;
    private volatile String retryAfter = "";
    private volatile String body = "";
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Asked> taken = new CopyOnWriteArrayList<>();

    /**
     * A request as it came.
     *
     * @param authorization empty when there was none
     * @param nanos when it came, as {@link System#nanoTime} counts
     */
    public record Asked(String method, URI uri, String authorization, String body, long nanos) {}

    /** @param well the status of an answer when all is well */
    public FakeServer(int well) {
        this.well = well;
        this.usual = request -> well;
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

    /** Answers requests below a path by itself, and does not remember them. */
    public void aside(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** Answers the next requests with these, whatever they are. */
    public void first(int... statuses) {
        for (int status : statuses) {
            next.add(status);
        }
    }

    public void always(Function<Asked, Integer> status) {
        usual = status;
    }

    public void retryAfter(String seconds) {
        retryAfter = seconds;
    }

    /** What stands in the body of every answer that may have one. */
    public void saying(String text) {
        body = text;
    }

    public List<Asked> asked() {
        return asked;
    }

    /** Requests that were answered well. */
    public List<Asked> taken() {
        return taken;
    }

    public String url() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    authorization == null ? "" : authorization,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    System.nanoTime());
            asked.add(request);
            Integer told = next.poll();
            int status = told == null ? usual.apply(request) : told;
            if (status == HANGS) {
                hang(exchange);
            } else if (status != BREAKS) {
                answer(exchange, request, status);
            }
        }
    }

    private void answer(HttpExchange exchange, Asked request, int status) throws IOException {
        if (status == well) {
            taken.add(request);
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        if (status == NO_CONTENT || text.length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private void hang(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(well, 0);
        exchange.getResponseBody().flush();
        try {
            if (!closed.await(1, TimeUnit.MINUTES)) {
                throw new IOException("the test has forgotten this");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
