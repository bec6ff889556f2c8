package org.tongcheng.plumbing.influx;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.tongcheng.plumbing.job.InfluxSettings;

/**
 * Lets the client of InfluxDB 2 write to 1.x: {@code /api/v2/write?bucket=db/rp} becomes {@code /write?db=db&rp=rp},
 * and the token a user name and a password.
 */
final class VersionOneInterceptor implements Interceptor {

    private final InfluxSettings settings;
    private final InfluxVersion version;

    VersionOneInterceptor(InfluxSettings settings, InfluxVersion version) {
        this.settings = settings;
        this.version = version;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!request.url().encodedPath().endsWith("/api/v2/write") || !version.isOne(chain::proceed)) {
            return chain.proceed(request);
        }
        return chain.proceed(request.newBuilder()
                .url(writeUrl(request.url()))
                .headers(VersionOne.authorized(request.headers(), settings))
                .build());
    }

    private HttpUrl writeUrl(HttpUrl asked) {
        HttpUrl.Builder url = HttpUrl.get(settings.url()).newBuilder().addPathSegment("write");
        VersionOne.addDatabase(url, settings.bucket());
        return url.addQueryParameter("precision", asked.queryParameter("precision"))
                .build();
    }
}
