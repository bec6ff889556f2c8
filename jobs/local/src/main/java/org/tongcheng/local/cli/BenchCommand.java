package org.tongcheng.local.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.bench.AlertsBench;
import org.tongcheng.local.bench.ReplayBench;
import org.tongcheng.local.bench.TransitBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast the transit job is on this machine, or how soon an alert is with Alertmanager. */
@Command(
        name = "bench",
        description = {
            "Measures the full transit job on two cores.",
            "Loads taps into a broker and runs the job over them, next to a plain two-thread loop"
                    + " that only consumes, parses and counts.",
            "With --alerts it measures how long alerts take from the record that raises them"
                    + " to Alertmanager, while 10,000 taps a second come in.",
            "With --replay it archives a day and replays it into files, next to a plain loop"
                    + " that only reads and parses the same Parquet."
        })
final class BenchCommand implements Callable<Integer> {

    private static final long FEWEST = 1_000;
    private static final long MOST = 20_000_000;
    private static final long READ = 4_000_000;
    private static final long REPLAYED = 5_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(
            names = "--taps",
            paramLabel = "N",
            description = "How many taps. Default: 4,000,000, and 5,000,000 with --replay.")
    private @Nullable Long taps;

    @Option(names = "--alerts", description = "Measure alerts instead.")
    private boolean alerts;

    @Option(names = "--replay", description = "Measure a replay instead.")
    private boolean replay;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "TIME",
            defaultValue = "400ms",
            description = "With --alerts: of the jobs that an alert passes. Default: ${DEFAULT-VALUE}.")
    private String interval = "";

    @Override
    public Integer call() throws Exception {
        long wanted = taps != null ? taps : replay ? REPLAYED : READ;
        if (wanted < FEWEST || wanted > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--taps must be from " + FEWEST + " to " + MOST + ", not " + wanted);
        }
        if (replay) {
            new ReplayBench(spec.commandLine().getOut()).run(wanted);
            return 0;
        }
        if (alerts) {
            new AlertsBench(spec.commandLine().getOut(), System.getenv()).run(interval);
            return 0;
        }
        new TransitBench(spec.commandLine().getOut()).run(wanted);
        return 0;
    }
}
