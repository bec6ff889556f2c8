package org.tongcheng.plumbing.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.Organization;
import com.influxdb.exceptions.InfluxException;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.SettingsException;

/** Makes a bucket, or a database of 1.x. */
public final class InfluxDatabase {

    private InfluxDatabase() {}

    /**
     * Makes the bucket of the settings.
     *
     * @return false when it is there already
     * @throws SettingsException when InfluxDB does not answer or refuses
     */
    public static boolean create(InfluxSettings settings) {
        OkHttpClient http = new OkHttpClient();
        try {
            return new InfluxVersion(settings.url())
                            .isOne(request -> http.newCall(request).execute())
                    ? createDatabase(http, settings)
                    : createBucket(settings);
        } catch (IOException | InfluxException e) {
            throw new SettingsException(
                    "InfluxDB at " + settings.url() + " (--influx-url) does not make a bucket '" + settings.bucket()
                            + "': " + e.getMessage(),
                    e);
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    private static boolean createDatabase(OkHttpClient http, InfluxSettings settings) throws IOException {
        if (query(http, settings, "SHOW DATABASES").contains("[\"" + settings.bucket() + "\"]")) {
            return false;
        }
        query(http, settings, "CREATE DATABASE \"" + settings.bucket() + '"');
        return true;
    }

    private static String query(OkHttpClient http, InfluxSettings settings, String query) throws IOException {
        HttpUrl url = HttpUrl.get(settings.url())
                .newBuilder()
                .addPathSegment("query")
                .addQueryParameter("q", query)
                .build();
        Request request = new Request.Builder()
                .url(url)
                .headers(VersionOne.authorized(new Headers.Builder().build(), settings))
                .post(RequestBody.create(new byte[0]))
                .build();
        try (Response response = http.newCall(request).execute()) {
            ResponseBody body = response.body();
            String text = body == null ? "" : body.string();
            if (VersionOne.statusOfQuery(response.code(), text) != 200) {
                throw new IOException(response.code() + " " + text.strip());
            }
            return text;
        }
    }

    private static boolean createBucket(InfluxSettings settings) {
        String token = settings.token();
        InfluxDBClientOptions options = InfluxDBClientOptions.builder()
                .url(settings.url())
                .authenticateToken((token == null ? "" : token).toCharArray())
                .org(settings.organization())
                .build();
        try (InfluxDBClient client = InfluxDBClientFactory.create(options)) {
            if (client.getBucketsApi().findBucketByName(settings.bucket()) != null) {
                return false;
            }
            Organization organization = client.getOrganizationsApi().findOrganizations().stream()
                    .filter(known -> settings.organization().equals(known.getName()))
                    .findFirst()
                    .orElseThrow(() -> new SettingsException("InfluxDB at " + settings.url() + " has no organization '"
                            + settings.organization() + "': change --influx-org"));
            client.getBucketsApi().createBucket(settings.bucket(), organization);
            return true;
        }
    }
}
