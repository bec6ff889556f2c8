package org.tongcheng.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this process: one node, KRaft, transactions, no automatic topics. It can be stopped and
 * started again on the same port with the same data.
 */
public final class TestBroker implements AutoCloseable {

    private final Map<String, String> config = new HashMap<>();
    private final int port = FreePorts.next();
    private KafkaRaftServer server;

    private TestBroker(Path folder) {
        int controllerPort = FreePorts.next();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        config.put("advertised.listeners", bootstrap("PLAINTEXT://"));
        config.put("controller.listener.names", "CONTROLLER");
        config.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        config.put("log.dirs", folder.resolve("log").toString());
        config.put("auto.create.topics.enable", "false");
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("offsets.topic.num.partitions", "1");
        config.put("offsets.topic.replication.factor", "1");
        config.put("transaction.state.log.num.partitions", "1");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        // Tests give records any timestamp.
        config.put("log.retention.ms", "-1");
        config.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        config.put("log.cleaner.dedupe.buffer.size", "2097152");
        format(folder.resolve("broker.properties"));
        server = boot();
    }

    /** @param folder where the broker keeps its data; the caller deletes it */
    public static TestBroker start(Path folder) {
        return new TestBroker(folder);
    }

    public String bootstrapServers() {
        return bootstrap("");
    }

    public void createTopic(String name, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topic " + name + " cannot be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Goes away as in a restart: clients see their connections refused. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Comes back with what it had. */
    public void startAgain() {
        server = boot();
    }

    @Override
    public void close() {
        stop();
    }

    private String bootstrap(String protocol) {
        return protocol + "localhost:" + port;
    }

    private KafkaRaftServer boot() {
        KafkaRaftServer booting = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        booting.startup();
        return booting;
    }

    private void format(Path file) {
        Properties properties = new Properties();
        properties.putAll(config);
        StringWriter text = new StringWriter();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            properties.store(text, null);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int exit = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IllegalStateException("formatting failed: " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
