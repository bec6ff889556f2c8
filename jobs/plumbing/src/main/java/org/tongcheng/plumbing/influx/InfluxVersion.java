package org.tongcheng.plumbing.influx;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Which InfluxDB answers; asked for once, when it first answers. */
final class InfluxVersion {

    private final HttpUrl ping;
    private volatile @Nullable Boolean one;

    InfluxVersion(String url) {
        this.ping = HttpUrl.get(url).newBuilder().addPathSegment("ping").build();
    }

    /** A way to ask. */
    @FunctionalInterface
    interface Caller {
        Response call(Request request) throws IOException;
    }

    boolean isOne(Caller caller) throws IOException {
        Boolean known = one;
        if (known != null) {
            return known;
        }
        try (Response response = caller.call(new Request.Builder().url(ping).build())) {
            String version = response.header("X-Influxdb-Version");
            boolean answer = version != null && version.startsWith("1.");
            if (response.isSuccessful()) {
                one = answer;
            }
            return answer;
        }
    }
}
