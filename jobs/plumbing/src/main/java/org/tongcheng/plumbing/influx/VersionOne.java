package org.tongcheng.plumbing.influx;

import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.result.Tag;
import org.tongcheng.plumbing.job.InfluxSettings;

/** How InfluxDB 1.x spells what version 2 says otherwise. */
final class VersionOne {

    private VersionOne() {}

    /** {@code database} or {@code database/retention-policy}. */
    static void addDatabase(HttpUrl.Builder url, String bucket) {
        int slash = bucket.indexOf('/');
        url.addQueryParameter("db", slash < 0 ? bucket : bucket.substring(0, slash));
        if (slash >= 0) {
            url.addQueryParameter("rp", bucket.substring(slash + 1));
        }
    }

    static Headers authorized(Headers headers, InfluxSettings settings) {
        Headers.Builder authorized = headers.newBuilder().removeAll("Authorization");
        String username = settings.username();
        String password = settings.password();
        if (username != null && password != null) {
            authorized.add("Authorization", Credentials.basic(username, password));
        }
        return authorized.build();
    }

    static Request deletion(Result point, InfluxSettings settings) {
        StringBuilder query = new StringBuilder("DELETE FROM ").append(quoted(point.measurement(), '"'));
        query.append(" WHERE time = ").append(point.time()).append("ms");
        for (Tag tag : point.tags()) {
            query.append(" AND ").append(quoted(tag.name(), '"')).append(" = ").append(quoted(tag.value(), '\''));
        }
        HttpUrl.Builder url = HttpUrl.get(settings.url()).newBuilder().addPathSegment("query");
        addDatabase(url, settings.bucket());
        return new Request.Builder()
                .url(url.addQueryParameter("q", query.toString()).build())
                .headers(authorized(new Headers.Builder().build(), settings))
                .post(RequestBody.create(new byte[0]))
                .build();
    }

    /**
     * What a query came to: 1.x answers 200 also to one that has failed, and says so in the body. Within JSON an
     * unescaped {@code "error":} can only be the name of a member.
     *
     * @return 404 where the database or its retention policy is missing, 500 for any other failure: the point must not
     *     be written over what could not be deleted, and nothing says that it is at fault
     */
    static int statusOfQuery(int status, String body) {
        if (status != 200 || !body.contains("\"error\":")) {
            return status;
        }
        return body.contains("not found") ? 404 : 500;
    }

    private static String quoted(String text, char quote) {
        return quote + text.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote) + quote;
    }
}
