package org.tongcheng.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.tongcheng.local.server.LocalFailure;

/** Flink's REST interface: JSON in, JSON out. Nothing where an answer has no body. */
final class FlinkRest {

    /** Main methods run within some requests, and ask Kafka and InfluxDB whether they are there. */
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "tongcheng-5f1d6a8e3b";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    /** @param url such as {@code http://localhost:8081} */
    FlinkRest(URI url) {
        this.url = url;
    }

    /** Flink's answer to a request that it does not do. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refusal(int status, String reason) {
            super(reason);
            this.status = status;
        }

        /** Whether there is no such thing, or no such request. */
        boolean unknown() {
            return status == 404;
        }
    }

    JsonNode get(String path) throws InterruptedException {
        return answer(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) throws InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    void patch(String path) throws InterruptedException {
        answer(request(path).method("PATCH", BodyPublishers.noBody()));
    }

    void delete(String path) throws InterruptedException {
        answer(request(path).DELETE());
    }

    /** Sends a file as a browser's form does. */
    JsonNode upload(String path, Path jar) throws InterruptedException {
        try {
            BodyPublisher form = BodyPublishers.concat(
                    BodyPublishers.ofString("--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"" + jar.getFileName()
                            + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n"),
                    BodyPublishers.ofFile(jar),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
            return answer(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(form));
        } catch (IOException e) {
            throw new LocalFailure("cannot read " + jar + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "Flink at " + url;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(AT_MOST);
    }

    private JsonNode answer(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body = response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new Refusal(response.statusCode(), reason(body));
            }
            return body;
        } catch (IOException e) {
            throw new LocalFailure(this + " does not answer (--flink-url): " + e, e);
        }
    }

    private static String reason(JsonNode body) {
        StringBuilder errors = new StringBuilder();
        body.path("errors").forEach(error -> errors.append(error.asText()).append('\n'));
        return StackTraceText.reason(errors.toString());
    }
}
