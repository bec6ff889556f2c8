package org.tongcheng.local.server;

import java.io.IOException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks InfluxDB in InfluxQL, which 1.x and 2.x both speak. */
public final class InfluxQuery {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    /** A quoted cell or a plain one, after the start of the line or a comma. */
    private static final Pattern CELL = Pattern.compile("\\G(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;
    private final Map<String, String> headers;

    /** @param headers to send along, such as Authorization */
    public InfluxQuery(URI url, Map<String, String> headers) {
        this.url = url;
        this.headers = Map.copyOf(headers);
    }

    /** Asks for rows of a database; each row has its columns and the tags it is grouped by, by name. */
    public List<Map<String, String>> rows(String database, String query) throws InterruptedException {
        return parse(ask("db=" + encoded(database) + "&q=" + encoded(query)));
    }

    /** Runs a command such as CREATE DATABASE. */
    public void run(String command) throws InterruptedException {
        ask("q=" + encoded(command));
    }

    private String ask(String form) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/query"))
                .timeout(AT_MOST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/csv")
                .POST(BodyPublishers.ofString(form));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            // A query that fails inside answers 200 with an error column.
            if (response.statusCode() != 200 || response.body().startsWith("error")) {
                throw new LocalFailure("InfluxDB at " + url + " refuses a query with status " + response.statusCode()
                        + ": " + response.body().strip());
            }
            return response.body();
        } catch (IOException e) {
            throw new LocalFailure("InfluxDB at " + url + " does not answer: check INFLUX_URL", e);
        }
    }

    /** Series follow each other, each with a header line of its own, divided by a blank line. */
    static List<Map<String, String>> parse(String csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = List.of();
        for (String line : csv.split("\n", -1)) {
            if (line.isEmpty()) {
                header = List.of();
            } else if (header.isEmpty()) {
                header = cells(line);
            } else {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                putTags(row);
                rows.add(row);
            }
        }
        return rows;
    }

    /** {@code city_code=510100,river=a\ b}: blanks, commas and equals signs within values are escaped. */
    private static void putTags(Map<String, String> row) {
        String tags = row.remove("tags");
        if (tags == null || tags.isEmpty()) {
            return;
        }
        for (String tag : tags.split("(?<!\\\\),", -1)) {
            String[] parts = tag.split("(?<!\\\\)=", 2);
            row.put(unescaped(parts[0]), unescaped(parts[1]));
        }
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        while (cell.find()) {
            String quoted = cell.group(1);
            cells.add(quoted == null ? cell.group(2) : quoted.replace("\"\"", "\""));
        }
        return cells;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
