package org.tongcheng.plumbing.job;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How to reach InfluxDB. Version 2 takes a token, 1.8 and older a user name and a password, or nothing.
 *
 * @param url such as {@code http://localhost:8086}
 * @param bucket of version 2; for 1.x {@code database} or {@code database/retention-policy}
 */
public record InfluxSettings(
        String url,
        String organization,
        String bucket,
        @Nullable String username,
        @Nullable String token,
        @Nullable String password)
        implements Serializable {

    /** Null where no URL is given: the job then writes to Kafka only. */
    public static @Nullable InfluxSettings from(Settings settings) {
        String url = settings.address("influx-url", "http://localhost:8086");
        InfluxSettings influx = new InfluxSettings(
                url == null ? "" : url,
                settings.text("influx-org", "tongcheng"),
                settings.text("influx-bucket", "tongcheng"),
                settings.optional("influx-username"),
                settings.secret("influx-token"),
                settings.secret("influx-password"));
        return url == null ? null : influx;
    }

    /** The same server, another bucket. */
    public InfluxSettings withBucket(String other) {
        return new InfluxSettings(url, organization, other, username, token, password);
    }

    @Override
    public String toString() {
        return "InfluxSettings[url=" + url + ", organization=" + organization + ", bucket=" + bucket + ", username="
                + username + ", token=" + hidden(token) + ", password=" + hidden(password) + "]";
    }

    private static String hidden(@Nullable String secret) {
        return secret == null ? "none" : "***";
    }
}
