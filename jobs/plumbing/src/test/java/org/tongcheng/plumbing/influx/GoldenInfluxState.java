package org.tongcheng.plumbing.influx;

import static org.tongcheng.plumbing.influx.InfluxHarness.point;

import java.nio.file.Path;
import java.util.Map;
import org.tongcheng.testkit.GoldenFiles;

/**
 * Writes the golden state file of the InfluxDB sink. A released version's file stays as it is; a change of state that
 * cannot read it is a migration. For a new version, or while v1 is not released, run this class on the test class path
 * of the module, such as from an editor, with one argument: the folder, {@code src/test/resources/state/v1}.
 */
@SuppressWarnings("try") // closing may be interrupted
final class GoldenInfluxState {

    private GoldenInfluxState() {}

    public static void main(String[] folder) throws Exception {
        try (FakeInflux store = FakeInflux.two();
                InfluxHarness sink = new InfluxHarness(store.settings())) {
            sink.put(point("c0", 1, 0), point("c1", 1, 7), point("德阳", 2, 0));
            GoldenFiles.write(Map.of("influx-points", sink.snapshot()), Path.of(folder[0]));
        }
    }
}
