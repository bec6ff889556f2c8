package org.tongcheng.plumbing.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.influx.InfluxHarness.line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tongcheng.testkit.GoldenFiles;

@Timeout(60)
@SuppressWarnings("try") // closing may be interrupted
class GoldenInfluxStateTest {

    @Test
    void theSinkWritesWhatVersionOneHadGathered() throws Exception {
        try (FakeInflux store = FakeInflux.two();
                InfluxHarness sink = new InfluxHarness(store.settings(), GoldenFiles.state("v1/influx-points.bin"))) {
            sink.end();

            assertThat(store.taken()).containsExactlyInAnyOrder(line("c0", 1, 0), line("c1", 1, 7), line("德阳", 2, 0));
        }
    }
}
