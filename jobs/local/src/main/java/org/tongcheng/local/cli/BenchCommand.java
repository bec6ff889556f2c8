package org.tongcheng.local.cli;

import java.util.concurrent.Callable;
import org.tongcheng.local.bench.AlertsBench;
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
                    + " to Alertmanager, while 10,000 taps a second come in."
        })
final class BenchCommand implements Callable<Integer> {

    private static final long FEWEST = 1_000;
    private static final long MOST = 20_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--taps", paramLabel = "N", description = "How many taps. Default: ${DEFAULT-VALUE}.")
    private long taps = 4_000_000;

    @Option(names = "--alerts", description = "Measure alerts instead.")
    private boolean alerts;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "TIME",
            defaultValue = "400ms",
            description = "With --alerts: of the jobs that an alert passes. Default: ${DEFAULT-VALUE}.")
    private String interval = "";

    @Override
    public Integer call() throws Exception {
        if (taps < FEWEST || taps > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--taps must be from " + FEWEST + " to " + MOST + ", not " + taps);
        }
        if (alerts) {
            new AlertsBench(spec.commandLine().getOut(), System.getenv()).run(interval);
            return 0;
        }
        new TransitBench(spec.commandLine().getOut()).run(taps);
        return 0;
    }
}
