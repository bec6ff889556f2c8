package org.tongcheng.plumbing.kafka;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which records of a topic to read, by partition.
 *
 * @param topic as the brokers name it
 * @param earliest offset of the first record that the brokers still have
 * @param starts offset of the first record to read
 * @param ends offset behind the last record to read
 */
public record OffsetSpan(String topic, Map<Integer, Long> earliest, Map<Integer, Long> starts, Map<Integer, Long> ends)
        implements Serializable {

    public OffsetSpan {
        earliest = Map.copyOf(earliest);
        starts = Map.copyOf(starts);
        ends = Map.copyOf(ends);
    }

    /** Partitions with something to read. */
    public Set<Integer> partitions() {
        Set<Integer> partitions = new TreeSet<>(starts.keySet());
        partitions.removeIf(partition -> start(partition) >= ends.getOrDefault(partition, 0L));
        return partitions;
    }

    /** How many records that is at most: offsets may have gaps. */
    public long records() {
        return partitions().stream()
                .mapToLong(partition -> ends.getOrDefault(partition, 0L) - start(partition))
                .sum();
    }

    /** The same behind what has been read elsewhere; where nothing was, as it is. */
    public OffsetSpan behind(Map<Integer, Long> highestRead) {
        Map<Integer, Long> behind = new HashMap<>(starts);
        behind.replaceAll((partition, start) -> {
            Long read = highestRead.get(partition);
            return read == null ? start : Long.valueOf(read + 1);
        });
        return new OffsetSpan(topic, earliest, behind, ends);
    }

    /** Partitions of which the brokers no longer have the first records to read. */
    public Set<Integer> cutOff() {
        Set<Integer> cut = partitions();
        cut.removeIf(partition -> earliest(partition) <= start(partition));
        return cut;
    }

    public long earliest(int partition) {
        return earliest.getOrDefault(partition, 0L);
    }

    public long start(int partition) {
        return starts.getOrDefault(partition, 0L);
    }
}
