package org.tongcheng.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.run.FileRun;
import org.tongcheng.local.run.OutputFolder;
import org.tongcheng.local.run.RecordedFeeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The jobs over recorded files. */
@Command(
        name = "run",
        description = {
            "Runs the jobs over recorded feeds, without servers.",
            "Reads <feed>.jsonl or <feed>.jsonl.gz, where the order of lines is the order of arrival,"
                    + " and writes <topic>.jsonl for each output topic and ledger.json."
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--input", required = true, paramLabel = "DIR", description = "Folder of the recorded feeds.")
    private Path input = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path output = Path.of("");

    @Option(
            names = "--region",
            paramLabel = "NAME|DIR",
            description = "Region: a folder, or one that ships with Tongcheng."
                    + " Default: the folder 'region' in the input folder if there is one, else chengdu.")
    private @Nullable String region;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many subtasks work side by side. Default: one per processor.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Option(names = "--overwrite", description = "Replace the results of an earlier run.")
    private boolean overwrite;

    @Override
    public Integer call() throws Exception {
        if (parallelism < 1) {
            throw wrong("--parallelism must be at least 1, not " + parallelism);
        }
        if (!Files.isDirectory(input)) {
            throw wrong("--input " + input + " is not a folder");
        }
        RecordedFeeds feeds;
        try {
            feeds = RecordedFeeds.in(input);
            OutputFolder.check(output, overwrite);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        String account = new FileRun(feeds, regionOf(), parallelism).into(output);
        spec.commandLine().getOut().print(account);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private String regionOf() {
        if (region != null) {
            return region;
        }
        Path recorded = input.resolve("region");
        return Files.isDirectory(recorded) ? recorded.toString() : "chengdu";
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
