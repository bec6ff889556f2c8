package org.tongcheng.plumbing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OffsetSpanTest {

    private static final OffsetSpan SPAN = new OffsetSpan(
            "transit.taps", Map.of(0, 5L, 1, 0L, 2, 0L), Map.of(0, 10L, 1, 0L, 2, 7L), Map.of(0, 30L, 1, 4L, 2, 7L));

    @Test
    void readsPartitionsThatHaveSomething() {
        assertThat(SPAN.partitions()).containsExactly(0, 1);
        assertThat(SPAN.records()).isEqualTo(24);
        assertThat(SPAN.cutOff()).isEmpty();
    }

    @Test
    void goesOnBehindWhatWasReadElsewhere() {
        OffsetSpan behind = SPAN.behind(Map.of(0, 24L, 2, 3L));

        assertThat(behind.start(0)).isEqualTo(25);
        assertThat(behind.start(1)).isZero();
        assertThat(behind.partitions()).containsExactly(0, 1, 2);
        assertThat(behind.records()).isEqualTo(5 + 4 + 3);
    }

    @Test
    void tellsWhatTheBrokersNoLongerHave() {
        assertThat(SPAN.behind(Map.of(0, 3L)).cutOff()).containsExactly(0);
        assertThat(SPAN.behind(Map.of(0, 4L)).cutOff()).isEmpty();
        // Nothing is missing of what is not to be read.
        assertThat(SPAN.behind(Map.of(0, 29L)).cutOff()).isEmpty();
    }
}
