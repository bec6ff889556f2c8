package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class DeadLetterCountersTest {

    private final Map<String, Counter> registered = new TreeMap<>();

    @Test
    void countEachReasonInACounterOfItsOwn() {
        DeadLetterCounters counters = new DeadLetterCounters(new Registered(""));

        counters.count("bad_format");
        counters.count("unknown_site");
        counters.count("bad_format");

        assertThat(registered).containsOnlyKeys("reason=bad_format deadLetters", "reason=unknown_site deadLetters");
        assertThat(registered.get("reason=bad_format deadLetters").getCount()).isEqualTo(2);
        assertThat(registered.get("reason=unknown_site deadLetters").getCount()).isEqualTo(1);
    }

    /** Refuses to register a counter twice, as Flink does. */
    private final class Registered extends UnregisteredMetricsGroup {

        private final String scope;

        Registered(String scope) {
            this.scope = scope;
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new Registered(scope + key + "=" + value + " ");
        }

        @Override
        public Counter counter(String name) {
            Counter counter = new SimpleCounter();
            assertThat(registered.put(scope + name, counter)).isNull();
            return counter;
        }
    }
}
