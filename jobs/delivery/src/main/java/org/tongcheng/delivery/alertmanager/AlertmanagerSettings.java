package org.tongcheng.delivery.alertmanager;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;

/**
 * How to reach Alertmanager. It takes a user name and a password, a proxy before it perhaps a token; neither is needed.
 *
 * @param url without {@code /api/v2}, such as {@code http://localhost:9093}
 * @param patience how long a request may take, answer and all; nothing else happens meanwhile
 */
public record AlertmanagerSettings(
        String url,
        Duration patience,
        @Nullable String username,
        @Nullable String password,
        @Nullable String token) implements Serializable {

    private static final String USUAL = "http://localhost:9093";

    public AlertmanagerSettings {
        if ((username == null) != (password == null)) {
            throw new SettingsException(
                    "a user name and a password go together: set --alertmanager-username and ALERTMANAGER_PASSWORD");
        }
        if (username != null && token != null) {
            throw new SettingsException("set either --alertmanager-username or ALERTMANAGER_TOKEN, not both");
        }
    }

    public static AlertmanagerSettings from(Settings settings) {
        String url = settings.address("alertmanager-url", USUAL);
        return new AlertmanagerSettings(
                url == null ? USUAL : url,
                settings.duration("alertmanager-timeout", Duration.ofSeconds(5)),
                settings.optional("alertmanager-username"),
                settings.secret("alertmanager-password"),
                settings.secret("alertmanager-token"));
    }

    @Override
    public String toString() {
        return "AlertmanagerSettings[url=" + url + ", patience=" + patience + ", username=" + username + ", password="
                + hidden(password) + ", token=" + hidden(token) + "]";
    }

    private static String hidden(@Nullable String secret) {
        return secret == null ? "none" : "***";
    }
}
