package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.local.cli.Tongcheng;
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

    /** As a user starts it: in a process of its own, with the libraries that are shipped. */
    @Test
    void saysWhatToDoAndGoesOnWhereAlertmanagerCannotBeHad(@TempDir Path nothing) throws Exception {
        Path said = nothing.resolve("said.txt");
        try (LocalInflux influx = LocalInflux.start(System.getenv(), nothing, message -> {})) {
            ProcessBuilder demo = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--add-opens=java.base/java.util=ALL-UNNAMED",
                            "--add-opens=java.base/java.lang=ALL-UNNAMED",
                            "--add-opens=java.base/java.nio=ALL-UNNAMED",
                            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                            "-cp",
                            "target/classes" + File.pathSeparator + "target/lib/*",
                            Tongcheng.class.getName(),
                            "demo",
                            "--hours=1",
                            "--speed=7200",
                            "--taps-per-day=2000")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            demo.environment().remove("ALERTMANAGER_URL");
            demo.environment().put("PATH", "");
            demo.environment().put("INFLUX_URL", influx.url().toString());
            demo.environment().put("XDG_CACHE_HOME", nothing.toString());

            assertThat(demo.start().waitFor()).as(said.toString()).isZero();
        }

        assertThat(said)
                .content()
                .contains("set ALERTMANAGER_URL to a running Alertmanager, or install one")
                .contains("Alertmanager  none")
                .contains("No Alertmanager was there to take them.");
    }
}
