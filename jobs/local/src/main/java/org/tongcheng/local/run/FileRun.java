package org.tongcheng.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.local.server.Cleanup;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.LedgerCodec;

/**
 * All jobs over one recording, in one bounded Flink job.
 *
 * @param region name or folder
 */
public record FileRun(RecordedFeeds feeds, String region, int parallelism) {

    /**
     * Runs to the end.
     *
     * @param output made if it is not there; as it was, if anything fails
     * @return the account of each feed, a line each
     * @throws org.tongcheng.local.server.LocalFailure when a record is not accounted for
     */
    public String into(Path output) throws Exception {
        RegionBundle read = RegionDirectory.resolveBundle(region);
        try (Cleanup cleanup = new Cleanup()) {
            OutputFolder folder = cleanup.own(OutputFolder.open(output));
            LocalFlink flink = cleanup.own(LocalFlink.start(folder.scratch(), parallelism));
            StreamExecutionEnvironment environment = flink.environment(parallelism);
            Configuration failAtOnce = new Configuration();
            failAtOnce.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
            environment.configure(failAtOnce);
            JobsOverFiles.wire(environment, feeds, read, folder.draft());
            flink.submit(environment, "run").await();

            Account account = account(folder.draft());
            account.requireBalance();
            folder.publish(JobsOverFiles.FILES);
            return feeds.files().keySet().stream()
                    .map(feed -> Account.line(account.of(feed)) + "\n")
                    .collect(Collectors.joining());
        }
    }

    private Account account(Path draft) throws IOException {
        List<Path> results = new ArrayList<>();
        for (String topic : JobsOverFiles.FEED_RESULTS) {
            Path file = draft.resolve(topic + ".jsonl");
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            results.add(file);
        }
        Account account = Account.of(results);
        List<LedgerCount> sums =
                feeds.files().keySet().stream().map(account::of).toList();
        Files.write(draft.resolve("ledger.json"), LedgerCodec.encode(sums));
        return account;
    }
}
