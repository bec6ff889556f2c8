package org.tongcheng.delivery.alertmanager;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongcheng.plumbing.job.SettingsException;

/** Posts alerts, one request at a time. */
public final class AlertmanagerClient {

    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerClient.class);
    private static final int LONGEST_MESSAGE = 200;
    private static final Pattern UPTIME = Pattern.compile("\"uptime\":\"([^\"]+)\"");

    private final AlertmanagerSettings settings;
    private final HttpClient http;

    public AlertmanagerClient(AlertmanagerSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // A redirected post would arrive as a GET, tell nothing and succeed.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience())
                .build();
    }

    /** Alertmanager takes what is valid of a post even where it refuses the rest. */
    public Answer post(List<AlertPost> alerts) throws InterruptedException {
        // A half of a surrogate pair becomes a question mark here; a byte generator would fail of it.
        byte[] body = AlertPostJson.of(alerts).getBytes(StandardCharsets.UTF_8);
        return answer(request("/api/v2/alerts")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /**
     * Asks at the start whether Alertmanager is there and lets us in, instead of leaving the job to find out. One that is
     * away is only named in the log: it may come, and the job waits for it.
     *
     * @throws SettingsException when it refuses
     */
    public void check() {
        Answer answer;
        try {
            answer = answer(request("/api/v2/status").GET().build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while asking Alertmanager", e);
        }
        switch (answer.policy()) {
            case DONE -> LOG.info("Alertmanager answers at {}", settings.url());
            case RETRY ->
                LOG.warn(
                        "Alertmanager at {} (--alertmanager-url) does not answer yet: {}",
                        settings.url(),
                        answer.message());
            case REFUSE, FAIL -> throw new SettingsException(advice(answer));
        }
    }

    /**
     * Whether this Alertmanager runs since a moment only: what it took before, and had not told yet, is lost.
     *
     * @param moment epoch milliseconds, to be compared with Alertmanager's clock
     */
    public Restarted startedAfter(long moment) throws InterruptedException {
        Exchange status = exchange(request("/api/v2/status").GET().build());
        Matcher uptime = UPTIME.matcher(status.body());
        boolean after = uptime.find()
                && OffsetDateTime.parse(uptime.group(1)).toInstant().toEpochMilli() > moment;
        return new Restarted(status.answer(), after);
    }

    /** @param after false as well where the answer does not tell */
    public record Restarted(Answer answer, boolean after) {}

    /** What a person has to do about an answer that no retry can help. */
    public String advice(Answer answer) {
        String here = "Alertmanager at " + settings.url();
        return switch (answer.status()) {
            case 401 ->
                here + " does not accept the credentials (401): set --alertmanager-username and"
                        + " ALERTMANAGER_PASSWORD, or ALERTMANAGER_TOKEN";
            case 403 ->
                here + " forbids posting alerts (403): give the user of --alertmanager-username or the token of"
                        + " ALERTMANAGER_TOKEN that right";
            case 404 ->
                "no Alertmanager with the API of version 2 is at " + settings.url()
                        + " (404): change --alertmanager-url; it ends before /api/v2";
            default ->
                "no Alertmanager takes alerts at " + settings.url() + " (" + answer.status() + ' ' + answer.message()
                        + "): change --alertmanager-url";
        };
    }

    private HttpRequest.Builder request(String path) {
        String base = settings.url().replaceAll("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (settings.token() != null) {
            request.header("Authorization", "Bearer " + settings.token());
        } else if (settings.username() != null) {
            byte[] pair = (settings.username() + ':' + settings.password()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return request;
    }

    private record Exchange(Answer answer, String body) {}

    private Answer answer(HttpRequest request) throws InterruptedException {
        return exchange(request).answer();
    }

    /** The request's own timeout ends with the answer's head; this one covers its body as well. */
    private Exchange exchange(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> underWay = http.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> response = underWay.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            return new Exchange(
                    new Answer(response.statusCode(), shortened(response.body()), retryAfter(response)),
                    response.body());
        } catch (TimeoutException e) {
            return new Exchange(
                    Answer.none("no answer within " + settings.patience().toMillis() + " ms"), "");
        } catch (ExecutionException e) {
            return new Exchange(Answer.none(String.valueOf(e.getCause())), "");
        } finally {
            underWay.cancel(true);
        }
    }

    private static String shortened(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE);
    }

    private static long retryAfter(HttpResponse<?> response) {
        try {
            return response.headers()
                    .firstValue("Retry-After")
                    .map(seconds -> Long.parseLong(seconds.strip()))
                    .orElse(Answer.DOES_NOT_SAY);
        } catch (NumberFormatException date) {
            return Answer.DOES_NOT_SAY;
        }
    }
}
