package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestBrokerTest {

    @TempDir
    Path folder = Path.of("");

    private static ProducerRecord<byte[], byte[]> record(String value) {
        return new ProducerRecord<>("topic", value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsRecordsOverAStop() {
        try (TestBroker broker = TestBroker.start(folder)) {
            broker.createTopic("topic", 2);
            TestTopics.send(broker.bootstrapServers(), List.of(record("one"), record("two")));
            broker.stop();
            broker.startAgain();

            assertThat(TestTopics.readText(broker.bootstrapServers(), "topic")).containsExactlyInAnyOrder("one", "two");
        }
    }
}
