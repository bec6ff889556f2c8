package org.tongcheng.local.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.feeds.FeedsPlan;
import org.tongcheng.local.server.Cleanup;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.TempFolders;
import org.tongcheng.plumbing.job.JobOutput;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.transit.TransitConfig;
import org.tongcheng.transit.TransitJob;

/**
 * The full transit job, bounded, on two cores, and a plain loop over the same taps, each three times: the first two
 * warm up, the last is the one to quote. The job's results are encoded nowhere and discarded, as the loop's are.
 */
public final class TransitBench {

    private static final int PARALLELISM = 2;
    private static final int ROUNDS = 3;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final long SEED = 1;

    private final PrintWriter out;
    private final Region region = RegionDirectory.shipped("chengdu");

    public TransitBench(PrintWriter out) {
        this.out = out;
    }

    /** @param taps of one generated day, none of them broken: the plain loop would not survive one */
    public void run(long taps) throws Exception {
        try (Cleanup cleanup = new Cleanup()) {
            TempFolders folders = cleanup.own(TempFolders.inSystemFolder());
            LocalKafka kafka = cleanup.own(LocalKafka.start(folders.folder("kafka")));
            say("loading %,d taps of one day into a broker", taps);
            FeedsPlan plan = FeedsPlan.of(SEED, DAY).withTapsPerDay(taps).withFaults(false);
            long loaded = TapsTopic.load(kafka, new FeedsGenerator(region, plan).taps(), taps);
            LocalFlink flink = cleanup.own(LocalFlink.start(folders.folder("flink"), PARALLELISM));
            PlainLoop loop = new PlainLoop(kafka.bootstrapServers(), TapsTopic.NAME, TapsTopic.PARTITIONS);
            for (int round = 1; round <= ROUNDS; round++) {
                say("round %d of %d", round, ROUNDS);
                Measured plain = Measured.of(loop::run);
                Measured job = Measured.of(() -> {
                    flink.submit(wired(flink, kafka), "transit-bench").await();
                    return loaded;
                });
                if (plain.taps() != loaded) {
                    throw new IllegalStateException("the loop saw " + plain.taps() + " of " + loaded + " taps");
                }
                report(plain, job);
            }
        }
    }

    private StreamExecutionEnvironment wired(LocalFlink flink, LocalKafka kafka) {
        String[] arguments = {
            "--bootstrap-servers", kafka.bootstrapServers(), "--bounded", "--start-offsets", "earliest"
        };
        TransitConfig config = Settings.read(arguments, Map.of(), TransitConfig::from);
        StreamExecutionEnvironment environment = StrictEnvironment.strict(flink.environment(PARALLELISM), config.job());
        JobOutput output = TransitJob.output(environment, config, region);
        output.results().sinkTo(new DiscardingSink<>()).uid("results");
        output.deadLetters().sinkTo(new DiscardingSink<>()).uid("dead-letters");
        output.late().sinkTo(new DiscardingSink<>()).uid("late");
        return environment;
    }

    private void report(Measured plain, Measured job) throws IOException {
        say("%-34s %12s %22s", "", "taps/s", "CPU s per million taps");
        say(
                "%-34s %,12.0f %22.2f",
                "plain loop: consume, parse, count", plain.tapsPerSecond(), plain.cpuSecondsPerMillion());
        say("%-34s %,12.0f %22.2f", "full transit job", job.tapsPerSecond(), job.cpuSecondsPerMillion());
        say("ratio %.2f, peak memory of the process %s", job.tapsPerSecond() / plain.tapsPerSecond(), peakMemory());
    }

    /** Broker, cluster and loop share one process. */
    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "unknown on this system";
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                long kilobytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
                return String.format(Locale.ROOT, "%,d MiB", kilobytes / 1024);
            }
        }
        return "unknown on this system";
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
