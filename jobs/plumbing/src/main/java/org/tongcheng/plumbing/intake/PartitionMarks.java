package org.tongcheng.plumbing.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.jspecify.annotations.Nullable;
import org.tongcheng.domain.feed.Feed;

/**
 * The highest event time let through of every partition, and so which records are late. State of an operator that is not
 * keyed: a union list merged by maximum, so that a partition finds its mark wherever it is assigned after a restore. It
 * lives as long as the job.
 */
public final class PartitionMarks {

    private final Map<String, Map<Integer, Mark>> marks = new HashMap<>();
    private final long latenessMillis;
    private final ListState<PartitionMark> state;
    private @Nullable Mark last;

    private PartitionMarks(Feed feed, ListState<PartitionMark> state) {
        this.latenessMillis = feed.lateness().toMillis();
        this.state = state;
    }

    /** How far a partition has come. */
    public static final class Mark {
        private final String topic;
        private final int partition;
        private final long latenessMillis;
        private long highest = Long.MIN_VALUE;

        private Mark(String topic, int partition, long latenessMillis) {
            this.topic = topic;
            this.partition = partition;
            this.latenessMillis = latenessMillis;
        }

        /** Whether nothing was let through yet. */
        public boolean isNew() {
            return highest == Long.MIN_VALUE;
        }

        /** Epoch milliseconds, {@link Long#MIN_VALUE} where nothing was let through yet. */
        public long highest() {
            return highest;
        }

        /** What is older is late; of a mark that is not new. */
        public long oldest() {
            return highest - latenessMillis;
        }

        public boolean isLate(long eventTime) {
            return !isNew() && eventTime < oldest();
        }

        /** A record was let through. */
        public void pass(long eventTime) {
            highest = Math.max(highest, eventTime);
        }
    }

    /** To be called when state is initialized. */
    public static PartitionMarks restored(Feed feed, StateInitializationContext context) throws Exception {
        ListState<PartitionMark> state = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("marks", TypeInformation.of(PartitionMark.class)));
        PartitionMarks marks = new PartitionMarks(feed, state);
        for (PartitionMark saved : state.get()) {
            marks.of(saved.topic(), saved.partition()).pass(saved.highest());
        }
        return marks;
    }

    /** To be called when a snapshot is taken. */
    public void save() throws Exception {
        state.clear();
        for (Map<Integer, Mark> partitions : marks.values()) {
            for (Mark mark : partitions.values()) {
                state.add(new PartitionMark(mark.topic, mark.partition, mark.highest));
            }
        }
    }

    public Mark of(String topic, int partition) {
        Mark known = last;
        if (known != null && known.partition == partition && known.topic.equals(topic)) {
            return known;
        }
        Mark mark = marks.computeIfAbsent(topic, key -> new HashMap<>())
                .computeIfAbsent(partition, key -> new Mark(topic, partition, latenessMillis));
        last = mark;
        return mark;
    }
}
