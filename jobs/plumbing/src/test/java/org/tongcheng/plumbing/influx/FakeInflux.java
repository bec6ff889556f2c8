package org.tongcheng.plumbing.influx;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.testkit.FakeServer;
import org.tongcheng.testkit.FakeServer.Asked;

/** A store that answers as a test tells it, and remembers what it was asked, pings aside, and what it took. */
public final class FakeInflux implements AutoCloseable {

    /** An answer that never comes: the connection breaks. */
    static final int BREAKS = FakeServer.BREAKS;

    private static final int DONE = 204;

    private final FakeServer server = new FakeServer(DONE);

    public FakeInflux(String version) {
        server.aside("/ping", exchange -> {
            exchange.getResponseHeaders().add("X-Influxdb-Version", version);
            exchange.sendResponseHeaders(DONE, -1);
            exchange.close();
        });
    }

    public static FakeInflux two() {
        return new FakeInflux("v2.7.10");
    }

    public static FakeInflux one() {
        return new FakeInflux("1.6.7~debian");
    }

    /** Answers the next requests with these, whatever they are. */
    public FakeInflux first(int... statuses) {
        server.first(statuses);
        return this;
    }

    public FakeInflux always(Function<Asked, Integer> status) {
        server.always(status);
        return this;
    }

    public FakeInflux retryAfter(String seconds) {
        server.retryAfter(seconds);
        return this;
    }

    /** What stands in the body of every answer. */
    public FakeInflux saying(String text) {
        server.saying(text);
        return this;
    }

    public List<Asked> asked() {
        return server.asked();
    }

    /** Lines of the writes that were answered well, in their order. */
    public List<String> taken() {
        return server.taken().stream()
                .filter(request -> request.uri().getPath().endsWith("/write"))
                .flatMap(write -> write.body().lines())
                .toList();
    }

    public InfluxSettings settings() {
        return settings("city", null, "token");
    }

    InfluxSettings settings(String bucket, @Nullable String username, @Nullable String secret) {
        return new InfluxSettings(server.url(), "org", bucket, username, username == null ? secret : null, secret);
    }

    @Override
    public void close() {
        server.close();
    }
}
