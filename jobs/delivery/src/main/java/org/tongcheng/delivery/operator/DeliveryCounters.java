package org.tongcheng.delivery.operator;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What became of transitions.
 *
 * @param delivered news that Alertmanager took
 * @param retries posts that it did not answer, or not well
 * @param refused alerts that it will never take
 * @param vanished alerts that ended before it could be told of them
 * @param tooOld raisings that are too long ago to be told
 */
record DeliveryCounters(Counter delivered, Counter retries, Counter refused, Counter vanished, Counter tooOld) {

    static DeliveryCounters of(MetricGroup group) {
        return new DeliveryCounters(
                group.counter("alertsDelivered"),
                group.counter("alertRetries"),
                group.counter("alertsRefused"),
                group.counter("alertsVanished"),
                group.counter("alertsTooOld"));
    }
}
