package org.tongcheng.local.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.StationStatus;
import org.tongcheng.local.imports.ImportFormat;
import org.tongcheng.local.imports.ImportRun;
import org.tongcheng.local.imports.Importer;
import org.tongcheng.local.imports.RecordedFile;
import org.tongcheng.local.imports.Speed;
import org.tongcheng.reference.RegistryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recorded files into Kafka. */
@Command(
        name = "import",
        preprocessor = KafkaOptions.Properties.class,
        description = {
            "Sends recorded files to a Kafka that is there, in their order and with their times.",
            "jsonl: records of the feeds, one in a line, sent as they are. cnemc-air, cnemc-water: tables (.csv) of the"
                    + " national platforms of air quality and of surface water, made records of the feeds; of those"
                    + " only the sites of the region are sent. Every file may be packed (.gz).",
            "Tables are read to their end before anything is sent. './tongcheng topics' creates the topics."
        })
final class ImportCommand implements Callable<Integer> {

    private final Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    RegionOption region = new RegionOption();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of one feed are sent one after the other, as named here.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--feed",
            paramLabel = "FEED",
            description = "Where lines go. Default: the file's name, as in air.observations.jsonl.")
    private @Nullable String feed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "jsonl, cnemc-air or cnemc-water. Default: by the file's ending and the table's header.")
    private @Nullable String format;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "max",
            description = "Recorded seconds per second, or max. Default: ${DEFAULT-VALUE}.")
    private String speed = "max";

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            description = "Of times in tables of water that have none, where no column 年份 tells it.")
    private @Nullable Integer year;

    @Option(
            names = "--station-status",
            paramLabel = "STATUS",
            description = "normal, maintenance or not_running: of all stations in tables of water without the column"
                    + " 站点情况.")
    private @Nullable String status;

    @Option(
            names = "--skip-faulty",
            description = "Leave out the rows of tables that cannot be read, instead of sending nothing.")
    private boolean skipFaulty;

    @Option(names = "--dry-run", description = "Show what would be sent.")
    private boolean dryRun;

    @Override
    public Integer call() throws Exception {
        ImportRun run = run();
        if (dryRun) {
            run.dry(spec.commandLine().getOut());
        } else {
            run.into(
                    kafka.settings("import", System.getenv()),
                    clock,
                    spec.commandLine().getOut());
        }
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private ImportRun run() {
        try {
            ImportFormat told = format == null ? null : ImportFormat.of(format);
            Feed target = feed == null ? null : Feed.ofTopic(feed);
            List<RecordedFile> recorded = files.stream()
                    .map(file -> RecordedFile.of(file, told, target))
                    .toList();
            Importer importer = new Importer(region.region(), year, status());
            return new ImportRun(importer, recorded, Speed.of(speed), skipFaulty);
        } catch (IllegalArgumentException | RegistryException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable StationStatus status() {
        if (status == null) {
            return null;
        }
        return Arrays.stream(StationStatus.values())
                .filter(known -> known.wireName().equals(status))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--station-status must be normal, maintenance or not_running, not " + status));
    }
}
