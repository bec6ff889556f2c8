package org.tongcheng.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.feeds.FeedFiles;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.feeds.FeedsPlan;
import org.tongcheng.local.feeds.RecordStream;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.LedgerCodec;

class FileRunIT {

    private static final FeedsPlan PLAN =
            FeedsPlan.of(7, LocalDate.of(2026, 3, 5)).during(6, 5).withTapsPerDay(20_000);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void accountsForEveryRecordAndRepeatsItselfAtAnyParallelism() throws Exception {
        RecordStream records = new FeedsGenerator(RegionDirectory.shipped("chengdu"), PLAN).records();
        FeedFiles.write(folder.resolve("in"), records);

        run(folder.resolve("in"), "one", 1);
        run(folder.resolve("in"), "four", 4);

        assertSame("one", "four");
        assertThat(folder.resolve("one").toFile().list()).containsExactlyInAnyOrderElementsOf(BoundedRun.FILES);
        var ledger = LedgerCodec.decode(Files.readAllBytes(folder.resolve("one/ledger.json")));
        for (Feed feed : Feed.values()) {
            assertThat(ledger).containsEntry(feed, records.expected(feed));
        }
    }

    @Test
    void doesNotDependOnTheOrderOfArrival() throws Exception {
        FeedsGenerator generator = new FeedsGenerator(RegionDirectory.shipped("chengdu"), PLAN.withFaults(false));
        Path input = folder.resolve("in");
        FeedFiles.write(input, generator.records());
        run(input, "in-order", 2);
        for (Feed feed : Feed.values()) {
            shuffle(input.resolve(feed.topic() + ".jsonl"));
        }
        run(input, "shuffled", 2);

        assertSame("in-order", "shuffled");
    }

    @Test
    void readsPackedFeedsAlike() throws Exception {
        Path plain = folder.resolve("plain");
        FeedFiles.write(plain, new FeedsGenerator(RegionDirectory.shipped("chengdu"), PLAN.during(6, 1)).records());
        Path packed = Files.createDirectory(folder.resolve("packed"));
        for (Feed feed : Feed.values()) {
            pack(plain.resolve(feed.topic() + ".jsonl"), packed.resolve(feed.topic() + ".jsonl.gz"));
        }
        run(plain, "from-plain", 2);
        run(packed, "from-packed", 2);

        assertSame("from-plain", "from-packed");
    }

    @Test
    void leavesNothingBehindWhenTheInputCannotBeRead() throws Exception {
        Path input = Files.createDirectory(folder.resolve("in"));
        Files.writeString(input.resolve("transit.taps.jsonl.gz"), "not gzip at all");

        assertThatThrownBy(() -> run(input, "out", 1)).hasMessageContaining("transit.taps.jsonl.gz");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void run(Path input, String output, int parallelism) throws Exception {
        new FileRun(RecordedFeeds.in(input), "chengdu", parallelism).into(folder.resolve(output));
    }

    private void assertSame(String one, String other) {
        for (String file : BoundedRun.FILES) {
            assertThat(folder.resolve(other).resolve(file))
                    .hasSameTextualContentAs(folder.resolve(one).resolve(file));
        }
    }

    private static void shuffle(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.shuffle(lines, new Random(3));
        Files.write(file, lines);
    }

    private static void pack(Path plain, Path packed) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
    }
}
