package org.tongcheng.local.diff;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.job.InfluxSettings;

/**
 * Asks InfluxDB in InfluxQL, which 1.x and 2.x both speak, and reads the answer as it comes: in chunks, so that neither side
 * has to hold it.
 *
 * @param client shared by all questions
 * @param settings the bucket, or for 1.x {@code database} or {@code database/retention-policy}
 */
record InfluxRows(HttpClient client, InfluxSettings settings) {

    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final int CHUNK = 10_000;
    private static final int SHOWN = 300;

    InfluxRows(InfluxSettings settings) {
        this(HttpClient.newHttpClient(), settings);
    }

    /** Takes a row; values by column, those that are there. */
    interface Reader {
        void take(Map<String, String> tags, Map<String, Value> values) throws IOException;
    }

    /** The answer to a question. */
    void read(String query, Reader reader) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(settings.url()).resolve("/query"))
                .timeout(AT_MOST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form(query)));
        authorize(request);
        HttpResponse<InputStream> response = answer(request.build());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw refused("status " + response.statusCode() + ", "
                        + new String(body.readNBytes(SHOWN), StandardCharsets.UTF_8).strip());
            }
            try (JsonParser json = PointLine.JSON.createParser(body)) {
                // One object a chunk.
                while (json.nextToken() != null) {
                    readObject(json, reader);
                }
            }
        }
    }

    LocalFailure refused(String why) {
        return new LocalFailure("InfluxDB at " + settings.url() + " does not tell of the bucket " + settings.bucket()
                + " (INFLUX_TOKEN, or INFLUX_USERNAME and INFLUX_PASSWORD): " + why);
    }

    private HttpResponse<InputStream> answer(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new LocalFailure(
                    "InfluxDB at " + settings.url() + " does not answer: check INFLUX_URL or --influx-url", e);
        }
    }

    private String form(String query) {
        int slash = settings.bucket().indexOf('/');
        String database = slash < 0 ? settings.bucket() : settings.bucket().substring(0, slash);
        String policy = slash < 0 ? "" : "&rp=" + encoded(settings.bucket().substring(slash + 1));
        return "db=" + encoded(database) + policy + "&epoch=ms&chunked=true&chunk_size=" + CHUNK + "&q="
                + encoded(query);
    }

    private void authorize(HttpRequest.Builder request) {
        String username = settings.username();
        String password = settings.password();
        if (settings.token() != null) {
            request.header("Authorization", "Token " + settings.token());
        } else if (username != null && password != null) {
            String both = username + ":" + password;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Results hold series, and series rows; an error may stand anywhere, under status 200 too. */
    private void readObject(JsonParser json, Reader reader) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "results" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        readObject(json, reader);
                    }
                }
                case "series" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        readSeries(json, reader);
                    }
                }
                case "error" -> throw refused(json.getText());
                default -> json.skipChildren();
            }
        }
    }

    /** InfluxDB writes tags and columns before the values. */
    private static void readSeries(JsonParser json, Reader reader) throws IOException {
        Map<String, String> tags = new HashMap<>();
        List<String> columns = new ArrayList<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "tags" -> {
                    for (String tag = json.nextFieldName(); tag != null; tag = json.nextFieldName()) {
                        tags.put(tag, json.nextTextValue());
                    }
                }
                case "columns" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        columns.add(json.getText());
                    }
                }
                case "values" -> {
                    while (json.nextToken() == JsonToken.START_ARRAY) {
                        reader.take(tags, readRow(json, columns));
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private static Map<String, Value> readRow(JsonParser json, List<String> columns) throws IOException {
        Map<String, Value> row = new HashMap<>();
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            @Nullable Value value = PointLine.value(json);
            if (value != null) {
                row.put(columns.get(i), value);
            }
        }
        return row;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
