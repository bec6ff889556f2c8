package org.tongcheng.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tongcheng.delivery.alertmanager.AlertPost;
import org.tongcheng.delivery.alertmanager.AlertmanagerSettings;
import org.tongcheng.testkit.FakeServer;

/** An Alertmanager that answers as a test tells it, and remembers what it was asked and what it took. */
public final class FakeAlertmanager implements AutoCloseable {

    /** An answer that never comes: the connection breaks. */
    public static final int BREAKS = FakeServer.BREAKS;

    /** A head of 200, and then no body for as long as the test lasts. */
    public static final int HANGS = FakeServer.HANGS;

    private static final int DONE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FakeServer server = new FakeServer(DONE);

    /** A request as it came. */
    public record Asked(String method, String path, String authorization, String body) {

        private static Asked of(FakeServer.Asked request) {
            return new Asked(request.method(), request.uri().getPath(), request.authorization(), request.body());
        }

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

    /** Answers the next requests with these, whatever they are. */
    public FakeAlertmanager first(int... statuses) {
        server.first(statuses);
        return this;
    }

    public FakeAlertmanager always(Function<Asked, Integer> status) {
        server.always(request -> status.apply(Asked.of(request)));
        return this;
    }

    public FakeAlertmanager retryAfter(String seconds) {
        server.retryAfter(seconds);
        return this;
    }

    /** What stands in the body of every answer. */
    public FakeAlertmanager saying(String text) {
        server.saying(text);
        return this;
    }

    public List<Asked> asked() {
        return server.asked().stream().map(Asked::of).toList();
    }

    /** Requests that were answered well. */
    public List<Asked> taken() {
        return server.taken().stream().map(Asked::of).toList();
    }

    public String url() {
        return server.url();
    }

    public AlertmanagerSettings settings() {
        return new AlertmanagerSettings(url(), PATIENCE, null, null, null);
    }

    @Override
    public void close() {
        server.close();
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
