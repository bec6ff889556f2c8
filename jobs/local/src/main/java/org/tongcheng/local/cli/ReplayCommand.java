package org.tongcheng.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.replay.Replay;
import org.tongcheng.local.replay.ReplayRequest;
import org.tongcheng.local.replay.ReplaySource;
import org.tongcheng.plumbing.job.DurationText;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.reference.RegionBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The jobs over a time that has been. */
@Command(
        name = "replay",
        preprocessor = KafkaOptions.Properties.class,
        description = {
            "Runs the jobs again over a time that has been, from Kafka, the archive, both, or recorded files.",
            "Results go to the run's own folder; with --topics also to its own topics, and where an InfluxDB is named"
                    + " to its own bucket, both 'replay_<RUN_ID>'. Nothing live is written, nobody is told.",
            "Windows that the time covers in part carry a field partial=true."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final String RULES = "rules.yaml";

    /** Sources that are no folders, whatever folders there are. */
    private static final Set<String> NAMED = Set.of("kafka", "archive", "both");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    RegionOption region = new RegionOption();

    @Mixin
    RunsOption runs = new RunsOption();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    InfluxOptions influx = new InfluxOptions();

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "First moment of event time.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "TIME", description = "First moment not replayed any more.")
    private String to = "";

    @Option(names = "--into", required = true, paramLabel = "RUN_ID", description = "Names the run.")
    private String runId = "";

    @Option(
            names = "--feed",
            paramLabel = "FEED",
            split = ",",
            description = "Only these: transit.taps, air.observations, water.observations. Default: all.")
    private List<String> feeds = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "kafka|archive|both|DIR",
            defaultValue = "archive",
            description = "Where the records are; 'both' goes on in Kafka where the archive ends. DIR is an archive, or"
                    + " a folder of recorded files as 'run' reads them. Default: ${DEFAULT-VALUE}.")
    private String source = "";

    @Option(
            names = "--archive",
            paramLabel = "DIR|URI",
            description = "Root of the archive. Default: TONGCHENG_ARCHIVE_URI.")
    private @Nullable String archive;

    @Option(names = "--rules", paramLabel = "FILE", description = "Rules instead of those of the region.")
    private @Nullable Path rules;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            description = "How long before --from to begin, such as 3d. Default: as long as state reaches back: 36d of"
                    + " observations; 3d of taps, 59d where a rule compares with what is usual.")
    private @Nullable String warmUp;

    @Option(
            names = "--speed",
            paramLabel = "max|X",
            defaultValue = "max",
            description = "Seconds of the replayed time per second, such as 1 or 60. Default: ${DEFAULT-VALUE}.")
    private String speed = "";

    @Option(names = "--topics", description = "Write results to topics of the run too.")
    private boolean topics;

    @Option(names = "--allow-gaps", description = "Go on where the archive, or Kafka behind it, lacks something.")
    private boolean gapsAllowed;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "How many subtasks work side by side. Default: one per processor.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws Exception {
        try {
            Map<String, String> environment = System.getenv();
            KafkaSettings settings = kafka.settings("replay", environment);
            Replay replay = new Replay(request(environment), bundle(), settings, topics, influx.settings(environment));
            boolean terminal = Boolean.getBoolean("tongcheng.terminal");
            spec.commandLine().getOut().print(replay.run(spec.commandLine().getOut(), terminal));
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ReplayRequest request(Map<String, String> environment) {
        ZoneId zone = region.region().zone();
        ReplaySource kind =
                switch (source) {
                    case "kafka" -> ReplaySource.KAFKA;
                    case "archive" -> ReplaySource.ARCHIVE;
                    case "both" -> ReplaySource.BOTH;
                    default -> folder(Path.of(source));
                };
        return new ReplayRequest(
                        runId,
                        wanted(),
                        MomentText.parse("--from", from, zone),
                        MomentText.parse("--to", to, zone),
                        kind,
                        place(kind, environment),
                        before(),
                        runs.folder(),
                        parallelism,
                        gapsAllowed)
                .at(pace());
    }

    private double pace() {
        try {
            return speed.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(speed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--speed must be max or a number above 0, not '" + speed + "'", e);
        }
    }

    private static ReplaySource folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "--source must be kafka, archive, both or a folder, not '" + folder + "'");
        }
        for (Feed feed : Feed.values()) {
            if (Files.isDirectory(folder.resolve("feed=" + feed.topic()))) {
                return ReplaySource.ARCHIVE;
            }
        }
        return ReplaySource.FILES;
    }

    private String place(ReplaySource kind, Map<String, String> environment) {
        if (!NAMED.contains(source)) {
            return source;
        }
        if (kind == ReplaySource.KAFKA) {
            return "";
        }
        String root = archive == null ? environment.getOrDefault("TONGCHENG_ARCHIVE_URI", "") : archive;
        if (root.isEmpty()) {
            throw new IllegalArgumentException("where is the archive? Set --archive or TONGCHENG_ARCHIVE_URI");
        }
        return root;
    }

    private Set<Feed> wanted() {
        Set<Feed> wanted = EnumSet.noneOf(Feed.class);
        feeds.forEach(feed -> wanted.add(Feed.ofTopic(feed)));
        return wanted.isEmpty() ? EnumSet.allOf(Feed.class) : wanted;
    }

    private @Nullable Duration before() {
        if (warmUp == null) {
            return null;
        }
        Duration before = DurationText.parse(warmUp);
        if (before == null) {
            throw new IllegalArgumentException("--warm-up must be a duration such as 3d or 12h, not '" + warmUp + "'");
        }
        return before;
    }

    private RegionBundle bundle() throws IOException {
        RegionBundle bundle = region.bundle();
        if (rules == null) {
            return bundle;
        }
        if (!Files.isRegularFile(rules)) {
            throw new IllegalArgumentException("--rules " + rules + " is not a file");
        }
        Map<String, byte[]> files = new HashMap<>(bundle.files());
        files.put(RULES, Files.readAllBytes(rules));
        return new RegionBundle(files);
    }
}
