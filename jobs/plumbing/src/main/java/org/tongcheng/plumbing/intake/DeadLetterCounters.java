package org.tongcheng.plumbing.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Dead letters by reason, as a metric of Flink: the ledger tells how many a minute had, this tells why. Counted since the
 * operator was started.
 */
final class DeadLetterCounters {

    static final String METRIC = "deadLetters";
    static final String REASON = "reason";

    private final MetricGroup group;
    private final Map<String, Counter> counters = new HashMap<>();

    DeadLetterCounters(MetricGroup group) {
        this.group = group;
    }

    void count(String reason) {
        counters.computeIfAbsent(reason, name -> group.addGroup(REASON, name).counter(METRIC))
                .inc();
    }
}
