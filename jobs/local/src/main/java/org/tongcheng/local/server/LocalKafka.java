package org.tongcheng.local.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.tongcheng.plumbing.kafka.TopicPlan;

/**
 * A Kafka broker in this process: KRaft, broker and controller in one, on loopback. It keeps its port and its data
 * over {@link #stop()} and {@link #start()}.
 */
public final class LocalKafka implements AutoCloseable {

    private final Properties settings;
    private final int port;
    private @Nullable KafkaRaftServer server;

    private LocalKafka(Properties settings, int port) {
        this.settings = settings;
        this.port = port;
    }

    /**
     * Formats the folder and starts a broker on a free port.
     *
     * @param folder empty; it stays when the broker is closed
     */
    public static LocalKafka start(Path folder) {
        List<Integer> ports = FreePorts.take(2);
        Properties settings = settings(folder, ports.get(0), ports.get(1));
        format(folder, settings);
        LocalKafka kafka = new LocalKafka(settings, ports.get(0));
        kafka.start();
        return kafka;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Starts the broker again after {@link #stop()}. */
    public synchronized void start() {
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server = starting;
        try {
            starting.startup();
        } catch (RuntimeException e) {
            stop();
            throw new LocalFailure("the Kafka broker does not start on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Stops the broker; clients see it as gone. Nothing happens when it is stopped. */
    public synchronized void stop() {
        KafkaRaftServer running = server;
        if (running != null) {
            server = null;
            running.shutdown();
            running.awaitShutdown();
        }
    }

    /** Makes topics as the broker likes them: the number of partitions by name. */
    public void createTopics(Map<String, Integer> partitions) throws InterruptedException {
        createTopics(partitions.entrySet().stream()
                .map(topic -> TopicPlan.of(topic.getKey(), topic.getValue()))
                .toList());
    }

    /** Makes topics, each with its own settings. */
    public void createTopics(Collection<TopicPlan> plans) throws InterruptedException {
        List<NewTopic> topics = plans.stream()
                .map(plan -> new NewTopic(plan.name(), plan.partitions(), (short) 1).configs(plan.settings()))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            List<String> names = plans.stream().map(TopicPlan::name).toList();
            throw new LocalFailure("cannot create the topics " + names + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public String toString() {
        return "Kafka broker " + bootstrapServers();
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "listeners", "BROKER://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
                "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "BROKER",
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@localhost:" + controllerPort,
                "log.dirs", folder.resolve("data").toString(),
                "auto.create.topics.enable", "false"));
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                // Flink asks for an hour by default.
                "transaction.max.timeout.ms", "7200000"));
        settings.putAll(Map.of(
                // Record timestamps are simulated, years away from this machine's clock in either direction.
                "log.retention.ms", "-1",
                "log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE),
                // The default cleaner takes 128 MiB of the heap for topics that are deleted within the hour.
                "log.cleaner.dedupe.buffer.size", "2097152",
                "num.io.threads", "4",
                "num.network.threads", "2"));
        return settings;
    }

    private static void format(Path folder, Properties settings) {
        Path file = folder.resolve("server.properties");
        try (PrintStream said = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(folder);
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, null);
            }
            String cluster = Uuid.randomUuid().toString();
            StorageTool.execute(new String[] {"format", "-t", cluster, "-c", file.toString()}, said);
        } catch (IOException e) {
            throw new LocalFailure("cannot write the broker's folder " + folder + ": " + e.getMessage(), e);
        }
    }
}
