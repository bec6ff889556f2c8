package org.tongcheng.plumbing.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.plumbing.job.InfluxSettings;

/** InfluxDB 1.x or 2.x, as far as points are written to it. */
final class InfluxStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

    private final InfluxSettings settings;
    private final InfluxVersion version;
    private final OkHttpClient http;
    private final InfluxDBClient client;
    private final WriteApiBlocking writes;

    InfluxStore(InfluxSettings settings) {
        this.settings = settings;
        this.version = new InfluxVersion(settings.url());
        OkHttpClient.Builder calls = new OkHttpClient.Builder()
                // A redirected write would arrive as a GET, write nothing and succeed.
                .followRedirects(false)
                .connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .writeTimeout(PATIENCE);
        http = calls.build();
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder()
                .url(settings.url())
                .org(settings.organization())
                .bucket(settings.bucket())
                .okHttpClient(calls.addInterceptor(new VersionOneInterceptor(settings, version)));
        if (settings.token() != null) {
            options.authenticateToken(settings.token().toCharArray());
        }
        client = InfluxDBClientFactory.create(options.build());
        writes = client.getWriteApiBlocking();
    }

    /**
     * Writes points whole. InfluxDB merges fields into a point that is there, so a revision that has lost fields takes
     * the place of a point that is deleted first.
     *
     * @return 204, or what went wrong
     */
    Answer write(List<Result> points) {
        try {
            Answer deleted = deleteShrunk(points);
            if (FailurePolicy.of(deleted.status()) == FailurePolicy.DONE) {
                writes.writeRecords(
                        WritePrecision.MS, points.stream().map(LineProtocol::of).toList());
            }
            return deleted;
        } catch (InfluxException e) {
            return new Answer(e.status(), String.valueOf(e.getMessage()), retryAfter(e));
        } catch (IOException e) {
            return new Answer(FailurePolicy.NO_ANSWER, String.valueOf(e.getMessage()), -1);
        }
    }

    private Answer deleteShrunk(List<Result> points) throws IOException {
        for (Result point : points) {
            if (point.revision() > 0 && lacksFields(point)) {
                Answer deleted = delete(point);
                if (FailurePolicy.of(deleted.status()) != FailurePolicy.DONE) {
                    return deleted;
                }
            }
        }
        return Answer.WRITTEN;
    }

    /** An empty write: the answer tells whether a full one would be let in. */
    Answer probe() {
        HttpUrl url = HttpUrl.get(settings.url())
                .newBuilder()
                .addPathSegments("api/v2/write")
                .addQueryParameter("org", settings.organization())
                .addQueryParameter("bucket", settings.bucket())
                .addQueryParameter("precision", "ms")
                .build();
        Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(new byte[0]));
        if (settings.token() != null) {
            request.header("Authorization", "Token " + settings.token());
        }
        OkHttpClient calls = http.newBuilder()
                .callTimeout(PROBE_PATIENCE)
                .addInterceptor(new VersionOneInterceptor(settings, version))
                .build();
        try (Response response = calls.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.message(), -1);
        } catch (IOException e) {
            return new Answer(FailurePolicy.NO_ANSWER, String.valueOf(e.getMessage()), -1);
        }
    }

    private static boolean lacksFields(Result point) {
        return point.fields().size()
                < Measurement.ofWireName(point.measurement()).fields().size();
    }

    private Answer delete(Result point) throws IOException {
        if (version.isOne(request -> http.newCall(request).execute())) {
            try (Response response =
                    http.newCall(VersionOne.deletion(point, settings)).execute()) {
                ResponseBody body = response.body();
                String text = body == null ? "" : body.string();
                return new Answer(VersionOne.statusOfQuery(response.code(), text), text, -1);
            }
        }
        StringBuilder predicate = new StringBuilder("_measurement=\"" + point.measurement() + '"');
        for (Tag tag : point.tags()) {
            predicate.append(" AND ").append(tag.name()).append("=\"");
            predicate
                    .append(tag.value().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        OffsetDateTime time = Instant.ofEpochMilli(point.time()).atOffset(ZoneOffset.UTC);
        client.getDeleteApi()
                .delete(
                        time,
                        time.plus(1, ChronoUnit.MILLIS),
                        predicate.toString(),
                        settings.bucket(),
                        settings.organization());
        return Answer.WRITTEN;
    }

    /** What a person has to do about an answer that no retry can help. */
    String advice(Answer answer) {
        return switch (answer.status()) {
            case 401 ->
                "InfluxDB at " + settings.url()
                        + " does not accept the credentials (401): set INFLUX_TOKEN, or INFLUX_USERNAME and INFLUX_PASSWORD";
            case 403 ->
                "InfluxDB at " + settings.url() + " forbids writing to '" + settings.bucket()
                        + "' (403): give the token of INFLUX_TOKEN that right, or change --influx-bucket";
            case 404 ->
                "InfluxDB at " + settings.url() + " has no bucket '" + settings.bucket() + "' in organization '"
                        + settings.organization() + "' (404): create it, or change --influx-bucket or --influx-org";
            default ->
                "no InfluxDB takes points at " + settings.url() + " (" + answer.status() + ' ' + answer.message()
                        + "): change --influx-url";
        };
    }

    @Override
    public void close() {
        client.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /**
     * InfluxDB's answer.
     *
     * @param status HTTP's, {@link FailurePolicy#NO_ANSWER} when none came
     * @param retryAfter seconds, negative when it does not say
     */
    record Answer(int status, String message, long retryAfter) {
        static final Answer WRITTEN = new Answer(204, "", -1);
    }

    private static long retryAfter(InfluxException failure) {
        for (var header : failure.headers().entrySet()) {
            if (header.getKey().equalsIgnoreCase("Retry-After")) {
                try {
                    return Long.parseLong(header.getValue().trim());
                } catch (NumberFormatException e) {
                    return -1;
                }
            }
        }
        return -1;
    }
}
