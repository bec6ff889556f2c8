package org.tongcheng.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Feeds as they were recorded, with what was published for them; they are not part of the repository. */
public final class RecordedFeeds {

    private RecordedFeeds() {}

    /**
     * The folder of a recording next to the checkout, or in the one that TONGCHENG_REAL names. Without it the test that
     * asks is skipped.
     */
    public static Path folder(String name) {
        String named = System.getProperty("TONGCHENG_REAL", System.getenv("TONGCHENG_REAL"));
        Path folder = named == null ? null : Path.of(named, name);
        for (Path up = Path.of("").toAbsolutePath(); folder == null && up != null; up = up.getParent()) {
            Path candidate = up.resolve("shared/real").resolve(name);
            folder = Files.isDirectory(candidate) ? candidate : null;
        }
        assumeTrue(folder != null && Files.isDirectory(folder), "no recorded data on this machine");
        return Objects.requireNonNull(folder);
    }
}
