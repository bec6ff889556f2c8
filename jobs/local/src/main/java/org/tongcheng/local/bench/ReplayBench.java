package org.tongcheng.local.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.archive.ArchiveConfig;
import org.tongcheng.archive.ArchiveJob;
import org.tongcheng.archive.index.ArchiveIndex;
import org.tongcheng.archive.index.ArchivedFile;
import org.tongcheng.archive.source.ArchiveRows;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.feeds.FeedsPlan;
import org.tongcheng.local.replay.Replay;
import org.tongcheng.local.replay.ReplayRequest;
import org.tongcheng.local.replay.ReplaySource;
import org.tongcheng.local.server.Cleanup;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.TempFolders;
import org.tongcheng.plumbing.intake.ReplayRange;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegionDirectory;

/**
 * A day of all feeds replayed from its archive at full speed into files, next to a plain loop that only reads and parses the
 * same Parquet.
 */
public final class ReplayBench {

    private static final int PARALLELISM = 2;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final long SEED = 1;

    private final PrintWriter out;
    private final RegionBundle chengdu = RegionDirectory.shippedBundle("chengdu");
    private final BusinessTime time = new BusinessTime(chengdu.region().zone());

    public ReplayBench(PrintWriter out) {
        this.out = out;
    }

    /** @param taps about how many the day has, faults among them */
    public void run(long taps) throws Exception {
        try (Cleanup cleanup = new Cleanup()) {
            TempFolders folders = cleanup.own(TempFolders.inSystemFolder());
            Path archive = folders.folder("archive");
            long json = archive(folders, archive, taps);
            say("archive: %.1f %% of the JSON", 100.0 * sizeOf(archive) / json);
            Measured loop = Measured.of(() -> readAndParse(archive));
            Measured replay = Measured.of(() -> {
                replay(archive, folders.folder("runs"));
                return loop.taps();
            });
            say("%-38s %8s %12s %24s", "", "seconds", "records/s", "CPU s per million records");
            report("plain loop: read and parse", loop);
            report("replay: all jobs, all results to files", replay);
            say("ratio %.2f", replay.tapsPerSecond() / loop.tapsPerSecond());
        }
    }

    /** @return bytes of JSON that went in */
    private long archive(TempFolders folders, Path archive, long taps) throws Exception {
        say("archiving a day of %,d taps and its observations", taps);
        FeedsPlan plan = FeedsPlan.of(SEED, DAY).withTapsPerDay(taps);
        try (LocalKafka kafka = LocalKafka.start(folders.folder("kafka"));
                LocalFlink flink = LocalFlink.start(folders.folder("flink"), PARALLELISM)) {
            long json = FeedTopics.load(kafka, new FeedsGenerator(chengdu.region(), plan).records());
            String[] arguments = {
                "--bootstrap-servers",
                kafka.bootstrapServers(),
                "--bounded",
                "--archive-uri",
                archive.toUri().toString()
            };
            ArchiveConfig config = Settings.read(arguments, Map.of(), ArchiveConfig::from);
            StreamExecutionEnvironment environment =
                    StrictEnvironment.strict(flink.environment(PARALLELISM), config.job());
            ArchiveJob.wire(environment, config);
            flink.submit(environment, "archive").await();
            return json;
        }
    }

    private void replay(Path archive, Path runs) throws Exception {
        ReplayRequest request = new ReplayRequest(
                "bench",
                EnumSet.allOf(Feed.class),
                time.startOf(DAY.minusDays(1)),
                time.startOf(DAY.plusDays(3)),
                ReplaySource.ARCHIVE,
                archive.toString(),
                Duration.ofDays(3),
                runs,
                PARALLELISM,
                false);
        KafkaSettings none = Settings.read(new String[0], Map.of(), settings -> KafkaSettings.from(settings, "bench"));
        new Replay(request, chengdu, none, false, null).run(out, false);
    }

    /** Two threads, each with its partitions. @return how many records were parsed */
    private long readAndParse(Path archive) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLELISM);
        try {
            ArchiveIndex index = ArchiveIndex.of(archive.toString());
            List<Future<Long>> parsed = new ArrayList<>();
            for (Feed feed : Feed.values()) {
                ReplayRange all =
                        ReplayRange.of(feed, time.startOf(DAY.minusDays(9)), time.startOf(DAY.plusDays(3)), 0);
                index.files(feed, all).forEach((partition, files) -> {
                    SortedMap<Integer, List<ArchivedFile>> mine = new TreeMap<>(Map.of(partition, files));
                    parsed.add(threads.submit(() -> parse(mine, all)));
                });
            }
            long records = 0;
            for (Future<Long> one : parsed) {
                records += one.get();
            }
            return records;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long parse(SortedMap<Integer, List<ArchivedFile>> files, ReplayRange range) throws IOException {
        JsonFactory factory = new JsonFactory();
        long parsed = 0;
        try (ArchiveRows rows = new ArchiveRows(files, range)) {
            while (rows.hasNext()) {
                parse(factory, rows.next().payload());
                parsed++;
            }
        }
        return parsed;
    }

    private static void parse(JsonFactory factory, byte[] payload) throws IOException {
        try (JsonParser json = factory.createParser(payload)) {
            while (json.nextToken() != null) {
                json.getValueAsString();
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            // A few records of a day are; the jobs reject them.
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void report(String what, Measured measured) {
        say(
                "%-38s %8.1f %,12.0f %24.2f",
                what,
                measured.taps() / measured.tapsPerSecond(),
                measured.tapsPerSecond(),
                measured.cpuSecondsPerMillion());
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
