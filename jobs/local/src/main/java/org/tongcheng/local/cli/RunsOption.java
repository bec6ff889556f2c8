package org.tongcheng.local.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where runs are. */
final class RunsOption {

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where the folders of runs are. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("runs");

    Path folder() {
        return folder;
    }
}
