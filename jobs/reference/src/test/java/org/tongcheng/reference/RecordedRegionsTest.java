package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads the regions that come with recorded feeds; skipped where these are absent. */
class RecordedRegionsTest {

    @Test
    void everyRecordedRegionLoads() throws IOException {
        Path recorded = recorded();
        assumeTrue(recorded != null, "no recorded data");
        List<Path> regions;
        try (Stream<Path> folders = Files.list(recorded)) {
            regions = folders.map(folder -> folder.resolve("region"))
                    .filter(Files::isDirectory)
                    .toList();
        }
        assertThat(regions).isNotEmpty().allSatisfy(folder -> {
            Region region = RegionDirectory.load(folder);
            assertThat(region.cities()).isNotEmpty();
            assertThat(region.airStations().size() + region.waterSections().size())
                    .isPositive();
        });
    }

    private static @Nullable Path recorded() {
        String named = System.getProperty("TONGCHENG_REAL", System.getenv("TONGCHENG_REAL"));
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/real"))) {
            folder = folder.getParent();
        }
        return folder == null ? null : folder.resolve("shared/real");
    }
}
