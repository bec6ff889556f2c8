package org.tongcheng.local.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tongcheng.air.AirConfig;
import org.tongcheng.air.AirJob;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.result.Field;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.local.feeds.GeneratedRecord;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.region.RegionConfig;
import org.tongcheng.region.RegionJob;
import org.tongcheng.transit.TransitConfig;
import org.tongcheng.transit.TransitJob;
import org.tongcheng.water.WaterConfig;
import org.tongcheng.water.WaterJob;
import org.tongcheng.wire.ResultCodec;

/** The four jobs on a real broker, a real cluster and a real InfluxDB, with topics and a database of their own. */
final class WholeSystem implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final int PARALLELISM = 2;
    private static final Duration IDLENESS = Duration.ofSeconds(2);
    private static final List<String> RESULTS =
            List.of("transit.results", "air.results", "water.results", "region.results");
    private static final Set<String> UNDONE_BY_LATE_TAPS = Set.of("transit_od_1h", "transit_unmatched_1h");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path folder;
    private final LocalKafka kafka;
    private final LocalInflux influx;
    private final String name;
    private final LocalFlink flink;
    private final InfluxQuery query;
    private final List<RunningJob> feedJobs = new ArrayList<>();

    WholeSystem(Path folder, LocalKafka kafka, LocalInflux influx, String name) throws Exception {
        this.folder = Files.createDirectories(folder.resolve(name));
        this.kafka = kafka;
        this.influx = influx;
        this.name = name;
        this.query = new InfluxQuery(influx.url(), Map.of());
        query.run("CREATE DATABASE " + name);
        Map<String, Integer> topics = new TreeMap<>();
        for (Feed feed : Feed.values()) {
            topics.put(topic(feed.topic()), PARTITIONS);
        }
        RESULTS.forEach(topic -> topics.put(topic(topic), PARTITIONS));
        topics.put(topic("deadletters"), 1);
        topics.put(topic("late"), 1);
        kafka.createTopics(topics);
        flink = LocalFlink.start(this.folder, 3 * PARALLELISM);
        StreamExecutionEnvironment transit = flink.environment(PARALLELISM);
        TransitJob.wire(transit, Settings.read(arguments(false), Map.of(), TransitConfig::from));
        feedJobs.add(flink.submit(transit, "transit"));
        StreamExecutionEnvironment air = flink.environment(PARALLELISM);
        AirJob.wire(air, Settings.read(arguments(false), Map.of(), AirConfig::from));
        feedJobs.add(flink.submit(air, "air"));
        StreamExecutionEnvironment water = flink.environment(PARALLELISM);
        WaterJob.wire(water, Settings.read(arguments(false), Map.of(), WaterConfig::from));
        feedJobs.add(flink.submit(water, "water"));
    }

    LocalFlink flink() {
        return flink;
    }

    /** Sends records to their topics, stamped with the time of their arrival. */
    void send(Iterator<GeneratedRecord> records) {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", kafka.bootstrapServers());
        properties.setProperty("acks", "all");
        // A broker that has just come back may refuse a producer's first batch of a partition and take the second that
        // was
        // on its way: to a broker that does not know the producer any sequence is a good one. Then it never takes the
        // first.
        properties.setProperty("max.in.flight.requests.per.connection", "1");
        AtomicReference<Exception> refused = new AtomicReference<>();
        Map<String, Integer> unsent = new ConcurrentSkipListMap<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            while (records.hasNext()) {
                GeneratedRecord record = records.next();
                var unused = producer.send(
                        new ProducerRecord<>(
                                topic(record.feed().topic()), null, record.arrivedAt(), record.key(), record.payload()),
                        (metadata, failure) -> {
                            if (failure != null) {
                                refused.compareAndSet(null, failure);
                                unsent.merge(metadata.topic() + "-" + metadata.partition(), 1, Integer::sum);
                            }
                        });
            }
        }
        if (refused.get() != null) {
            throw new AssertionError("records were not sent, by partition: " + unsent, refused.get());
        }
    }

    /** Waits until everything sent has left its mark in the ledger, ends the jobs, then runs the region job. */
    void finish(Map<Feed, Long> sent) throws Exception {
        boolean accounted = Waiting.until(Duration.ofMinutes(6), () -> {
            for (Map.Entry<Feed, Long> feed : sent.entrySet()) {
                if (ledger(feed.getKey(), "received") < feed.getValue()
                        || ledger(feed.getKey(), "received") != settled(feed.getKey())) {
                    return false;
                }
            }
            return true;
        });
        if (!accounted) {
            throw new AssertionError("not everything that was sent was accounted for: " + account(sent));
        }
        // By then every source is idle: what a drained job gives must not depend on it.
        Waiting.pause(IDLENESS.plusSeconds(1));
        for (RunningJob job : feedJobs) {
            job.drain(folder.resolve("savepoints"));
        }
        // What was committed must be seen to be, before a job reads what is there and no more.
        RESULTS.forEach(results -> CommittedRecords.of(kafka, topic(results)));
        StreamExecutionEnvironment region = flink.environment(PARALLELISM);
        RegionJob.wire(region, Settings.read(arguments(true), Map.of(), RegionConfig::from));
        flink.submit(region, "region").await();
    }

    /** The last revision of every point, as files show it: without those that came undone, as they do. */
    Map<String, String> lastRevisions() {
        Map<String, String> points = new TreeMap<>();
        for (String topic : RESULTS) {
            for (ConsumerRecord<byte[], byte[]> record : CommittedRecords.of(kafka, topic(topic))) {
                Result result = ResultCodec.decode(record.value()).value();
                if (result == null) {
                    throw new AssertionError("a result topic holds what is no result");
                }
                String point = result.series() + "@" + result.time();
                points.put(point, new String(ResultCodec.encodeForFile(result, ZONE), StandardCharsets.UTF_8));
                Stream<String> values = result.fields().stream().map(Field::value);
                if (undone(result.measurement(), values)) {
                    points.remove(point);
                }
            }
        }
        return points;
    }

    /** What a late tap can undo is zeros then, or was never told: that depends on the order of arrival. */
    private static boolean undone(String measurement, Stream<String> values) {
        return UNDONE_BY_LATE_TAPS.contains(measurement) && values.allMatch("0"::equals);
    }

    /** Every point of InfluxDB without its revision and those that came undone, measurement by measurement. */
    Map<String, List<Map<String, String>>> stored() throws InterruptedException {
        Map<String, List<Map<String, String>>> stored = new TreeMap<>();
        for (Measurement measurement : Measurement.values()) {
            List<Map<String, String>> rows =
                    query.rows(name, "SELECT * FROM " + measurement.wireName() + " GROUP BY * ORDER BY time");
            // A field that no point of a series has is shown as an empty column once any other point had it.
            rows.forEach(row -> row.values().removeIf(String::isEmpty));
            rows.forEach(row -> row.remove("revision"));
            rows.removeIf(row -> undone(
                    measurement.wireName(),
                    measurement.fields().stream().map(field -> row.getOrDefault(field.name(), "0"))));
            stored.put(measurement.wireName(), rows);
        }
        return stored;
    }

    /** Sum over the ledger's minutes of one feed. */
    long ledger(Feed feed, String field) throws InterruptedException {
        List<Map<String, String>> rows =
                query.rows(name, "SELECT sum(" + field + ") FROM feed_ledger_1m WHERE feed = '" + feed.topic() + "'");
        return rows.isEmpty() ? 0 : (long) Double.parseDouble(rows.get(0).get("sum"));
    }

    /** What is there, for whoever has to find out what is not. */
    private String account(Map<Feed, Long> sent) throws InterruptedException {
        StringJoiner account = new StringJoiner(", ");
        for (Map.Entry<Feed, Long> feed : sent.entrySet()) {
            account.add(feed.getKey() + " sent " + feed.getValue() + ", received " + ledger(feed.getKey(), "received")
                    + ", settled " + settled(feed.getKey()));
        }
        for (RunningJob job : feedJobs) {
            account.add(job.name() + " is " + job.status());
        }
        return account.toString();
    }

    private long settled(Feed feed) throws InterruptedException {
        return ledger(feed, "accepted") + ledger(feed, "duplicate") + ledger(feed, "late") + ledger(feed, "rejected");
    }

    @Override
    public void close() {
        flink.close();
    }

    private String topic(String topic) {
        return name + "." + topic;
    }

    private String[] arguments(boolean bounded) {
        List<String> arguments = new ArrayList<>(List.of(
                "--bootstrap-servers",
                kafka.bootstrapServers(),
                "--topic-prefix",
                name + ".",
                "--influx-url",
                influx.url().toString(),
                "--influx-bucket",
                name,
                "--start-offsets",
                "earliest",
                "--idleness",
                IDLENESS.toSeconds() + "s"));
        if (bounded) {
            arguments.add("--bounded");
        }
        return arguments.toArray(String[]::new);
    }
}
