package org.tongcheng.local.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.local.demo.Feeder;
import org.tongcheng.local.feeds.EndlessFeeds;
import org.tongcheng.local.feeds.GeneratedRecord;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Generated feeds for jobs that run elsewhere. */
@Command(
        name = "feed",
        preprocessor = KafkaOptions.Properties.class,
        description = {
            "Sends the generated feeds of the four cities to a Kafka that is there, each record when its time has come,"
                    + " day after day, from now on. './tongcheng topics' creates the topics.",
            "At more than speed 1 records are dated ahead of the clock, which brokers refuse beyond an hour, unless"
                    + " log.message.timestamp.after.max.ms allows more."
        })
final class FeedCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Simulated seconds per second. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--taps-per-day",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Taps of a whole day, 1,000 to 20,000,000. Default: ${DEFAULT-VALUE}.")
    private long tapsPerDay;

    @Option(names = "--hours", paramLabel = "N", description = "End after so many simulated hours. Default: never.")
    private @Nullable Integer hours;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed at the same time gives the same feeds. Default: the present second, so that a"
                    + " second start does not repeat the ids of the first.")
    private @Nullable Long seed;

    @Override
    public Integer call() throws Exception {
        Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Iterator<GeneratedRecord> records = records(RegionDirectory.shipped("chengdu"), begin);
        KafkaSettings settings = kafka.settings("feed", System.getenv());
        KafkaReachability.check(
                settings, Arrays.stream(Feed.values()).map(Feed::topic).toList());
        try (Feeder feeder = new Feeder(settings, records, begin.toEpochMilli(), speed)) {
            feeder.start();
            spec.commandLine().getOut().println("feeding " + settings.bootstrapServers() + " from " + begin + " on");
            while (!feeder.done()) {
                Waiting.pause(LOOK_AGAIN);
            }
        }
        return ExitCode.OK;
    }

    private Iterator<GeneratedRecord> records(Region region, Instant begin) {
        if (!(speed > 0)) {
            throw new ParameterException(spec.commandLine(), "--speed must be more than 0, not " + speed);
        }
        if (hours != null && hours < 1) {
            throw new ParameterException(spec.commandLine(), "--hours must be at least 1, not " + hours);
        }
        try {
            Iterator<GeneratedRecord> endless =
                    new EndlessFeeds(region, begin, tapsPerDay, seed == null ? begin.getEpochSecond() : seed);
            return hours == null ? endless : new Until(begin.plus(hours, ChronoUnit.HOURS), endless);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** Ends with the first record that arrives too late. */
    private static final class Until implements Iterator<GeneratedRecord> {

        private final long end;
        private final Iterator<GeneratedRecord> records;
        private GeneratedRecord head;

        Until(Instant end, Iterator<GeneratedRecord> records) {
            this.end = end.toEpochMilli();
            this.records = records;
            this.head = records.next();
        }

        @Override
        public boolean hasNext() {
            return head.arrivedAt() < end;
        }

        @Override
        public GeneratedRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            GeneratedRecord next = head;
            head = records.next();
            return next;
        }
    }
}
