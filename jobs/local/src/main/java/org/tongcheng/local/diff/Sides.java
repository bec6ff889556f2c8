package org.tongcheng.local.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.KafkaSettings;

/**
 * Finds what a name on the command line stands for.
 *
 * @param runs folder of the runs' folders
 * @param influx null where none is given
 */
public record Sides(
        Path runs, KafkaSettings kafka, @Nullable InfluxSettings influx) {

    private static final String LIVE = "live";
    private static final String INFLUX = "influx:";
    private static final String KAFKA = "kafka:";
    private static final Pattern RUN_ID = Pattern.compile("[a-z0-9_-]{1,40}");

    /**
     * @param name a folder, the id of a run, {@code live}, {@code influx:BUCKET} or {@code kafka:PREFIX}
     * @throws IllegalArgumentException when it can stand for nothing
     * @throws LocalFailure when nothing is found where it points to
     */
    Side find(String name) throws InterruptedException {
        if (name.equals(LIVE)) {
            return influx == null ? new TopicSide(kafka, kafka.topicPrefix()) : new InfluxSide(influx);
        }
        if (name.startsWith(INFLUX)) {
            return bucket(name.substring(INFLUX.length()));
        }
        if (name.startsWith(KAFKA)) {
            String prefix = name.substring(KAFKA.length());
            return new TopicSide(kafka, prefix.isEmpty() ? kafka.topicPrefix() : prefix);
        }
        Path folder = Path.of(name);
        if (Files.isDirectory(folder)) {
            return FileSide.of(folder);
        }
        if (!RUN_ID.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no folder, and no id of a run: those match " + RUN_ID.pattern()
                            + "; 'live', 'influx:BUCKET' and 'kafka:PREFIX' are the other ways to name results");
        }
        return run(name);
    }

    private Side bucket(String bucket) {
        InfluxSettings given = influx;
        if (given == null) {
            throw new IllegalArgumentException(
                    INFLUX + bucket + " needs to know where InfluxDB is: set INFLUX_URL or --influx-url");
        }
        return new InfluxSide(given.withBucket(bucket));
    }

    /** By its folder, else its topics, else its bucket. */
    private Side run(String id) throws InterruptedException {
        List<String> nowhere = new ArrayList<>();
        if (Files.isDirectory(runs.resolve(id))) {
            return FileSide.of(runs.resolve(id));
        }
        nowhere.add("no folder " + runs.resolve(id));
        String name = "replay_" + id;
        TopicSide topics = new TopicSide(kafka, name + ".");
        try {
            if (topics.exists()) {
                return topics;
            }
            nowhere.add("no topics " + name + ".*" + Side.RESULTS + " on Kafka at " + kafka.bootstrapServers());
        } catch (LocalFailure e) {
            nowhere.add(String.valueOf(e.getMessage()));
        }
        if (influx == null) {
            nowhere.add("no InfluxDB to ask (INFLUX_URL, --influx-url)");
        } else {
            InfluxSide bucket = new InfluxSide(influx.withBucket(name));
            try {
                if (!bucket.measurements().isEmpty()) {
                    return bucket;
                }
                nowhere.add("no results in the bucket " + name + " of InfluxDB at " + influx.url());
            } catch (LocalFailure | IOException e) {
                nowhere.add(String.valueOf(e.getMessage()));
            }
        }
        throw new LocalFailure("there is no run " + id + ": " + String.join("; ", nowhere));
    }
}
