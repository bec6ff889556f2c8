package org.tongcheng.plumbing.influx;

import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.SettingsException;

/** Asks at the start whether InfluxDB is there and lets the job write, instead of leaving the job to find out. */
public final class InfluxReachability {

    private InfluxReachability() {}

    /**
     * Writes nothing, to the place where points will go.
     *
     * @throws SettingsException when InfluxDB does not answer, refuses the credentials or lacks the bucket
     */
    public static void check(InfluxSettings settings) {
        try (InfluxStore store = new InfluxStore(settings)) {
            InfluxStore.Answer answer = store.probe();
            FailurePolicy policy = FailurePolicy.of(answer.status());
            if (policy == FailurePolicy.FAIL) {
                throw new SettingsException(store.advice(answer));
            }
            // Nothing to write is a bad request to some versions, and says that the way is free.
            if (policy == FailurePolicy.RETRY) {
                throw new SettingsException(
                        "InfluxDB at " + settings.url() + " (--influx-url) does not answer: " + answer.message());
            }
        }
    }
}
