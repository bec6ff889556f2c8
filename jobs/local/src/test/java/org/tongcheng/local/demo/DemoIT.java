package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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
                .containsPattern("transit.taps +[\\d,]{4,} .* 0\n")
                .containsPattern("water.observations +\\d+ .* 0\n");
    }
}
