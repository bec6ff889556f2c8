package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.local.server.LocalInflux;

class DemoIT {

    @Test
    void endsWithTheCitiesFromInfluxAndABalancedLedger() throws Exception {
        StringWriter written = new StringWriter();

        new Demo(new DemoPlan(2, 3600, 20_000, 1, false), System.getenv(), new PrintWriter(written), false).run();

        assertThat(written.toString())
                .contains("Flink web UI  http://localhost:")
                .containsPattern("03-05 0\\d:\\d\\d +[\\d,]+ taps/s +lag")
                .containsPattern("Chengdu +[\\d,]{3,} +[\\d,]{3,} +\\d+ +\\d+ +\\d+ +\\d+ +\\d+ %")
                .containsPattern("Ziyang +\\d+ +\\d+ +\\d+ +\\d+ +\\d+ +\\d+ +\\d+ %")
                .containsPattern("Alertmanager  http://127.0.0.1:\\d+")
                .containsPattern("open alerts \\d")
                .containsPattern("Raised +Ended +State +Worst +Rule +Where\n")
                .containsPattern("03-05 \\d\\d:\\d\\d .*air-city-aqi +")
                .containsPattern("Alertmanager took [1-9]\\d* alerts and the ends of \\d+ of them")
                .containsPattern("transit.taps +[\\d,]{4,} .* 0\n")
                .containsPattern("water.observations +\\d+ .* 0\n");
    }

    @Test
    void saysWhatToDoAndGoesOnWhereAlertmanagerCannotBeHad(@TempDir Path nothing) throws Exception {
        StringWriter written = new StringWriter();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("ALERTMANAGER_URL");
        environment.put("PATH", "");
        try (LocalInflux influx = LocalInflux.start(System.getenv(), nothing, said -> {})) {
            environment.put("INFLUX_URL", influx.url().toString());
            environment.put("XDG_CACHE_HOME", nothing.toString());

            new Demo(new DemoPlan(1, 7200, 2_000, 1, false), environment, new PrintWriter(written), false).run();
        }

        assertThat(written.toString())
                .contains("set ALERTMANAGER_URL to a running Alertmanager, or install one")
                .contains("Alertmanager  none")
                .contains("No Alertmanager was there to take them.");
    }
}
