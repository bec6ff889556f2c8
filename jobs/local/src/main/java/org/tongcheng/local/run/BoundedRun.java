package org.tongcheng.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.local.server.Cleanup;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.RunningJob;
import org.tongcheng.wire.LedgerCodec;

/**
 * All jobs over feeds that end, in one Flink job on this machine, with its results in files.
 *
 * @param name of the job
 * @param feeds those that are there
 */
public record BoundedRun(String name, BoundedJobs jobs, Set<Feed> feeds, int parallelism, Additions additions) {

    /** Topics of the results of each feed. */
    private static final List<String> FEED_RESULTS = List.of("transit.results", "air.results", "water.results");

    /** Every file of an output folder. */
    public static final List<String> FILES = List.of(
            "transit.results.jsonl",
            "air.results.jsonl",
            "water.results.jsonl",
            "region.results.jsonl",
            "alerts.jsonl",
            "alert.results.jsonl",
            "deadletters.jsonl",
            "late.jsonl",
            "ledger.json");

    /**
     * What a run does beside writing its files.
     *
     * @param ends where its results go too
     * @param files that are written beside its own, by name
     * @param settings of its job
     * @param watch waits for the job's end
     */
    public record Additions(List<RunEnds> ends, Map<String, byte[]> files, Configuration settings, Watch watch) {

        /** Nothing else. */
        public static final Additions NONE = new Additions(List.of(), Map.of(), new Configuration(), RunningJob::await);

        public Additions {
            ends = List.copyOf(ends);
            files = Map.copyOf(files);
        }
    }

    /** Waits for a job's end, and may tell of it meanwhile. */
    @FunctionalInterface
    public interface Watch {

        /** @throws org.tongcheng.local.server.LocalFailure when the job fails */
        void until(RunningJob job) throws InterruptedException;
    }

    /**
     * Runs to the end.
     *
     * @param output made if it is not there; as it was, if anything fails
     * @return the account of each feed, a line each
     * @throws org.tongcheng.local.server.LocalFailure when a record is not accounted for
     */
    public String into(Path output) throws Exception {
        try (Cleanup cleanup = new Cleanup()) {
            OutputFolder folder = cleanup.own(OutputFolder.open(output));
            LocalFlink flink = cleanup.own(LocalFlink.start(folder.scratch(), parallelism));
            StreamExecutionEnvironment environment = flink.environment(parallelism);
            // Nothing is restored, and a checkpoint of all state is half the work.
            environment.getCheckpointConfig().disableCheckpointing();
            Configuration settings = new Configuration(additions.settings);
            settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
            environment.configure(settings);
            List<RunEnds> ends = new ArrayList<>(additions.ends);
            ends.add(RunEnds.files(folder.draft(), jobs.bundle().region().zone()));
            jobs.wire(environment, RunEnds.all(ends));
            additions.watch.until(flink.submit(environment, name));

            Account account = account(folder.draft());
            account.requireBalance();
            for (Map.Entry<String, byte[]> file : additions.files.entrySet()) {
                Files.write(folder.draft().resolve(file.getKey()), file.getValue());
            }
            folder.publish(Stream.concat(FILES.stream(), additions.files.keySet().stream())
                    .toList());
            return feeds.stream()
                    .sorted()
                    .map(feed -> Account.line(account.of(feed)) + "\n")
                    .collect(Collectors.joining());
        }
    }

    private Account account(Path draft) throws IOException {
        List<Path> results = new ArrayList<>();
        for (String topic : FEED_RESULTS) {
            Path file = draft.resolve(topic + ".jsonl");
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            results.add(file);
        }
        Account account = Account.of(results);
        List<LedgerCount> sums = feeds.stream().sorted().map(account::of).toList();
        Files.write(draft.resolve("ledger.json"), LedgerCodec.encode(sums));
        return account;
    }
}
