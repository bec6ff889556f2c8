package org.tongcheng.plumbing.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.Bucket;
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

/** Makes and deletes a bucket, or a database of 1.x. */
public final class InfluxDatabase {

    private InfluxDatabase() {}

    /**
     * Makes the bucket of the settings.
     *
     * @return false when it is there already
     * @throws SettingsException when InfluxDB does not answer or refuses
     */
    public static boolean create(InfluxSettings settings) {
        return asked(settings, "make", InfluxDatabase::createDatabase, InfluxDatabase::createBucket);
    }

    /**
     * Deletes the bucket of the settings and all that is in it.
     *
     * @return false when there is none
     * @throws SettingsException when InfluxDB does not answer or refuses
     */
    public static boolean delete(InfluxSettings settings) {
        return asked(settings, "delete", InfluxDatabase::deleteDatabase, InfluxDatabase::deleteBucket);
    }

    /** What is asked of version 1. */
    private interface Query {
        boolean of(OkHttpClient http, InfluxSettings settings) throws IOException;
    }

    /** What is asked of versions with buckets. */
    private interface Call {
        boolean of(InfluxDBClient client, InfluxSettings settings);
    }

    private static boolean asked(InfluxSettings settings, String what, Query query, Call call) {
        OkHttpClient http = new OkHttpClient();
        try {
            boolean one = new InfluxVersion(settings.url())
                    .isOne(request -> http.newCall(request).execute());
            if (one) {
                return query.of(http, settings);
            }
            try (InfluxDBClient client = client(settings)) {
                return call.of(client, settings);
            }
        } catch (IOException | InfluxException e) {
            throw new SettingsException(
                    "InfluxDB at " + settings.url() + " (--influx-url) does not " + what + " a bucket '"
                            + settings.bucket() + "': " + e.getMessage(),
                    e);
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    private static boolean createDatabase(OkHttpClient http, InfluxSettings settings) throws IOException {
        if (hasDatabase(http, settings)) {
            return false;
        }
        query(http, settings, "CREATE DATABASE \"" + settings.bucket() + '"');
        return true;
    }

    private static boolean deleteDatabase(OkHttpClient http, InfluxSettings settings) throws IOException {
        if (!hasDatabase(http, settings)) {
            return false;
        }
        query(http, settings, "DROP DATABASE \"" + settings.bucket() + '"');
        return true;
    }

    private static boolean hasDatabase(OkHttpClient http, InfluxSettings settings) throws IOException {
        return query(http, settings, "SHOW DATABASES").contains("[\"" + settings.bucket() + "\"]");
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

    private static InfluxDBClient client(InfluxSettings settings) {
        String token = settings.token();
        return InfluxDBClientFactory.create(InfluxDBClientOptions.builder()
                .url(settings.url())
                .authenticateToken((token == null ? "" : token).toCharArray())
                .org(settings.organization())
                .build());
    }

    private static boolean createBucket(InfluxDBClient client, InfluxSettings settings) {
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

    private static boolean deleteBucket(InfluxDBClient client, InfluxSettings settings) {
        Bucket bucket = client.getBucketsApi().findBucketByName(settings.bucket());
        if (bucket == null) {
            return false;
        }
        client.getBucketsApi().deleteBucket(bucket);
        return true;
    }
}
