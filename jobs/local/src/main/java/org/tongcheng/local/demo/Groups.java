package org.tongcheng.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the jobs have come, by the offsets that they commit with every checkpoint. */
public final class Groups implements AutoCloseable {

    private final Admin admin;

    public Groups(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Committed offsets of groups that read different topics, by partition. */
    public Map<TopicPartition, Long> committed(List<String> groups) throws InterruptedException, ExecutionException {
        Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
        groups.forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
        Map<TopicPartition, Long> committed = new HashMap<>();
        admin.listConsumerGroupOffsets(all)
                .all()
                .get()
                .values()
                .forEach(offsets -> offsets.forEach(
                        (partition, offset) -> committed.put(partition, offset == null ? 0 : offset.offset())));
        return committed;
    }

    /** Records up to {@code ends} that are not committed. */
    public static long lag(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> committed) {
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            lag += Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L));
        }
        return lag;
    }

    @Override
    public void close() {
        admin.close();
    }
}
