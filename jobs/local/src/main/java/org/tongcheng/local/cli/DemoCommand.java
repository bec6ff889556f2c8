package org.tongcheng.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcheng.archive.index.ArchiveLayout;
import org.tongcheng.local.demo.Demo;
import org.tongcheng.local.demo.DemoPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole system on this machine. */
@Command(
        name = "demo",
        description = {
            "Runs the whole system on this machine, on real parts: a Kafka broker, a Flink cluster with its web UI,"
                    + " InfluxDB, Alertmanager, and the feeds of a generated day in four cities.",
            "InfluxDB is the one that INFLUX_URL names, else influxd from the PATH,"
                    + " else this system's package, fetched into a cache folder."
                    + " So is Alertmanager, by ALERTMANAGER_URL; without one, alerts are raised and not delivered."
        })
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "24",
            description = "Simulated hours; fewer than a day begin with the morning. Default: ${DEFAULT-VALUE}.")
    private int hours;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "60",
            description = "Simulated seconds per second. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--taps-per-day",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Taps of a whole day, 1,000 to 20,000,000. Default: ${DEFAULT-VALUE}.")
    private long tapsPerDay;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same day. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--keep", description = "Stay up at the end, until Ctrl-C, with Grafana where one is on the PATH.")
    private boolean keep;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Archive the feeds there too, for './tongcheng replay'. It must be empty, or not there yet.")
    private @Nullable Path archive;

    @Override
    public Integer call() throws Exception {
        DemoPlan plan;
        try {
            plan = new DemoPlan(hours, speed, tapsPerDay, seed, keep, archive);
            if (archive != null) {
                requireWritable(archive);
                requireEmpty(archive);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        new Demo(plan, System.getenv(), spec.commandLine().getOut(), Boolean.getBoolean("tongcheng.terminal")).run();
        return 0;
    }

    private static void requireWritable(Path folder) {
        if (!ArchiveLayout.isWritable(folder.toUri().toString())) {
            throw new IllegalArgumentException("--archive " + folder.toAbsolutePath()
                    + ": none of the folders may have a blank in its name, or another letter that a URI spells with %");
        }
    }

    /** Offsets of every demo begin at 0, so that two in one archive would be taken for the same records. */
    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IllegalArgumentException("--archive " + folder + " is not empty: name another folder");
            }
        }
    }
}
