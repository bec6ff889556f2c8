package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAlertmanagerIT {

    @TempDir
    private Path folder;

    @Test
    void startsOneThatDiesWithIt() throws Exception {
        LocalAlertmanager alertmanager = LocalAlertmanager.start(ownOnly(), folder, configuration("none"), said -> {});
        URI url = alertmanager.url();
        try (alertmanager) {
            assertThat(alertmanager.own()).isTrue();
            assertThat(url.getHost()).isEqualTo("127.0.0.1");
            assertThat(status(url)).contains("\"status\":\"disabled\"");
            Map<String, String> named = Map.of("ALERTMANAGER_URL", url + "/");
            try (LocalAlertmanager same = LocalAlertmanager.start(named, folder, folder, said -> {})) {
                assertThat(same.own()).isFalse();
            }
            assertThat(status(url)).as("one that is not ours is left alone").isNotEmpty();
        }
        assertThatThrownBy(() -> status(url)).isInstanceOf(java.io.IOException.class);
    }

    @Test
    void saysWhatIsWrongWithItsConfiguration() throws Exception {
        Path wrong = configuration("nobody");

        assertThatThrownBy(() -> LocalAlertmanager.start(ownOnly(), folder, wrong, said -> {}))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("alertmanager does not start")
                .hasMessageContaining("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "http://localhost:1"})
    void namesTheSettingWhenNobodyAnswers(String url) {
        Map<String, String> named = Map.of("ALERTMANAGER_URL", url);

        assertThatThrownBy(() -> LocalAlertmanager.start(named, folder, folder, said -> {}))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("ALERTMANAGER_URL");
    }

    @Test
    void saysTheWayOutWhenItCannotBeHad() {
        Map<String, String> nothing = Map.of("PATH", "", "XDG_CACHE_HOME", folder.toString());

        assertThatThrownBy(() -> LocalAlertmanager.start(nothing, folder, folder, said -> {}))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("set ALERTMANAGER_URL to a running Alertmanager, or install one");
    }

    static Map<String, String> ownOnly() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("ALERTMANAGER_URL");
        return environment;
    }

    private Path configuration(String receiver) throws Exception {
        return Files.writeString(
                folder.resolve("alertmanager.yml"), "route: {receiver: " + receiver + "}\nreceivers: [{name: none}]\n");
    }

    private static String status(URI url) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve("/api/v2/status")).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
