package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalInfluxIT {

    @Test
    void startsADatabaseThatDiesWithIt(@TempDir Path folder) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("INFLUX_URL");
        LocalInflux influx = LocalInflux.start(environment, folder, said -> {});
        InfluxQuery query = new InfluxQuery(influx.url(), Map.of());
        try (influx) {
            write(influx.url(), "m,city=a\\ b entries=3i,name=\"x,y\" 0\nm,city=c entries=4i 60000000000");

            assertThat(influx.own()).isTrue();
            assertThat(query.rows(LocalInflux.DATABASE, "SELECT sum(entries) AS entries FROM m GROUP BY city"))
                    .extracting(row -> row.get("city") + " " + row.get("entries"))
                    .containsExactly("a b 3", "c 4");
            assertThatThrownBy(() -> query.rows(LocalInflux.DATABASE, "SELECT"))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("error parsing query");
        }
        assertThatThrownBy(() -> query.run("SHOW DATABASES")).hasMessageContaining("check INFLUX_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "http://localhost:1"})
    void namesTheSettingWhenNobodyAnswers(String url, @TempDir Path folder) {
        assertThatThrownBy(() -> LocalInflux.start(Map.of("INFLUX_URL", url), folder, said -> {}))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("INFLUX_URL");
    }

    @Test
    void saysTheWayOutWhenItCannotBeHad(@TempDir Path folder) {
        Map<String, String> nothing = Map.of("PATH", "", "XDG_CACHE_HOME", folder.toString());

        assertThatThrownBy(() -> LocalInflux.start(nothing, folder, said -> {}))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("set INFLUX_URL to a running InfluxDB, or install influxdb");
    }

    private static void write(URI url, String lines) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/write?db=" + LocalInflux.DATABASE))
                .POST(BodyPublishers.ofString(lines))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }
}
