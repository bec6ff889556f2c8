package org.tongcheng.local.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.FieldKind;
import org.tongcheng.domain.result.Result;
import org.tongcheng.local.demo.LiveJobs;
import org.tongcheng.local.feeds.FeedFiles;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.feeds.FeedsPlan;
import org.tongcheng.local.run.FileRun;
import org.tongcheng.local.run.RecordedFeeds;
import org.tongcheng.local.server.InfluxQuery;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalInflux;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.RunningJob;
import org.tongcheng.plumbing.job.AlertOutput;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.kafka.TopicPlan;
import org.tongcheng.plumbing.live.LiveEnds;
import org.tongcheng.plumbing.serial.ResultSerializer;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.wire.AlertCodec;
import org.tongcheng.wire.Decoded;
import org.tongcheng.wire.ResultCodec;

/** The results of a run, in its files, and in the topics and the bucket that the sinks of the jobs have written. */
class DiffOfLiveIT {

    private static final List<String> RESULTS = List.of("transit", "air", "water", "region");
    private static final String BUCKET = "replay_evening";
    private static final String CHANGED = "\"aqi\":";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void allFormsAreEqualUntilAValueIsChanged() throws Exception {
        Path files = run();
        try (LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"));
                LocalInflux influx = LocalInflux.start(
                        System.getenv(), Files.createDirectories(folder.resolve("influxdb")), said -> {})) {
            kafka.createTopics(LiveJobs.topics().stream()
                    .map(plan -> new TopicPlan(BUCKET + "." + plan.name(), plan.partitions(), plan.settings()))
                    .toList());
            new InfluxQuery(influx.url(), Map.of()).run("CREATE DATABASE " + BUCKET);
            write(files, kafka, influx);
            Sides sides = new Sides(
                    folder.resolve("runs"),
                    Settings.read(
                            new String[] {"--bootstrap-servers", kafka.bootstrapServers()},
                            Map.of(),
                            read -> KafkaSettings.from(read, "diff")),
                    new InfluxSettings(influx.url().toString(), "-", "nothing", null, null, null));
            List<String> names = List.of(files.toString(), "kafka:" + BUCKET + ".", "influx:" + BUCKET, "evening");

            for (int i = 1; i < names.size(); i++) {
                DiffReport report = diff(sides, names.get(i - 1), names.get(i));
                assertThat(report.text()).endsWith("\nequal\n");
                assertThat(report.found().tallies())
                        .containsKeys("transit_stop_1m", "air_station_1h", "feed_ledger_1m", "region_1h", "alerts");
            }

            String was = changeOneValue(files.resolve("air.results.jsonl"));
            for (String other : names.subList(1, names.size())) {
                DiffReport report = diff(sides, files.toString(), other);
                assertThat(report.found().differences()).singleElement().satisfies(found -> {
                    assertThat(found.field()).isEqualTo("aqi");
                    assertThat(found.a()).isEqualTo(new Value(Value.Kind.NUMBER, "999"));
                    assertThat(found.b()).isEqualTo(new Value(Value.Kind.NUMBER, was));
                });
            }
        }
    }

    private static DiffReport diff(Sides sides, String one, String other) throws Exception {
        return Diff.of(sides, List.of(one, other), TestSide.everything(), TestSide.ZONE)
                .compare(TestSide.ZONE);
    }

    private Path run() throws Exception {
        FeedsPlan plan = FeedsPlan.of(7, LocalDate.of(2026, 3, 5)).during(16, 5).withTapsPerDay(20_000);
        Path input = folder.resolve("in");
        FeedFiles.write(input, new FeedsGenerator(RegionDirectory.shipped("chengdu"), plan).records());
        Path output = folder.resolve("out");
        assertThat(new FileRun(RecordedFeeds.in(input), "chengdu", 2).into(output))
                .isNotEmpty();
        return output;
    }

    /** Every point first with other values, and then, as its next revision, as it is. */
    private void write(Path files, LocalKafka kafka, LocalInflux influx) throws Exception {
        String[] arguments = {
            "--bootstrap-servers",
            kafka.bootstrapServers(),
            "--topic-prefix",
            BUCKET + ".",
            "--influx-url",
            influx.url().toString(),
            "--influx-bucket",
            BUCKET
        };
        try (LocalFlink flink = LocalFlink.start(folder.resolve("flink"), RESULTS.size() + 1)) {
            List<RunningJob> jobs = new ArrayList<>();
            for (String topic : RESULTS) {
                StreamExecutionEnvironment environment = StrictEnvironment.strict(flink.environment(1));
                LiveEnds.writeResults(
                        results(environment, files, topic),
                        topic + Side.RESULTS,
                        settings(arguments, topic),
                        TestSide.ZONE);
                jobs.add(flink.submit(environment, topic));
            }
            jobs.add(writeAlerts(files, flink, settings(arguments, "alerts")));
            for (RunningJob job : jobs) {
                job.await();
            }
        }
    }

    private static RunningJob writeAlerts(Path files, LocalFlink flink, JobSettings settings) throws Exception {
        StreamExecutionEnvironment environment = StrictEnvironment.strict(flink.environment(1));
        DataStream<AlertTransition> transitions = environment
                .fromData(
                        read(files.resolve("alerts.jsonl"), AlertCodec::decode),
                        TypeInformation.of(AlertTransition.class))
                .uid("transitions");
        DataStream<DeadLetter> letters = transitions
                .<DeadLetter>flatMap((alert, out) -> {}, TypeInformation.of(DeadLetter.class))
                .uid("no-letters");
        LiveEnds.writeAlerts(
                new AlertOutput(transitions, results(environment, files, "alert"), letters), settings, TestSide.ZONE);
        return flink.submit(environment, "alerts");
    }

    private static JobSettings settings(String[] arguments, String job) {
        return Settings.read(arguments, Map.of(), read -> JobSettings.from(read, job));
    }

    private static DataStream<Result> results(StreamExecutionEnvironment environment, Path files, String topic)
            throws IOException {
        List<Result> told = new ArrayList<>();
        for (Result last : read(files.resolve(topic + Side.RESULTS + ".jsonl"), ResultCodec::decode)) {
            told.add(new Result(last.measurement(), last.tags(), last.time(), 0, wrong(last.fields())));
            told.add(last.withRevision(1));
        }
        return environment.fromData(told, ResultSerializer.RESULT).uid("results");
    }

    /** Not for texts and flags alone: what has no numbers is told as it is. */
    private static List<Field> wrong(List<Field> fields) {
        return fields.stream()
                .map(field -> field.kind() == FieldKind.INTEGER || field.kind() == FieldKind.DECIMAL
                        ? new Field(field.name(), field.kind(), "7")
                        : field)
                .toList();
    }

    private static <T> List<T> read(Path file, Function<byte[], Decoded<T>> decode) throws IOException {
        List<T> read = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            read.add(Objects.requireNonNull(
                    decode.apply(line.getBytes(StandardCharsets.UTF_8)).value(), line));
        }
        return read;
    }

    /** @return the value that it had */
    private static String changeOneValue(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int at = line.indexOf(CHANGED);
            if (at >= 0) {
                int from = at + CHANGED.length();
                int to = from;
                while (Character.isDigit(line.charAt(to))) {
                    to++;
                }
                lines.set(i, line.substring(0, from) + "999" + line.substring(to));
                Files.write(file, lines);
                return line.substring(from, to);
            }
        }
        throw new AssertionError("no point with an index in " + file);
    }
}
