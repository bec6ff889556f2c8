package org.tongcheng.local.demo;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tongcheng.alerts.AlertsConfig;
import org.tongcheng.alerts.AlertsJob;
import org.tongcheng.delivery.DeliveryConfig;
import org.tongcheng.delivery.DeliveryJob;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.RunningJob;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.StrictEnvironment;

/** Wires real jobs as their main methods do, and submits them to a local cluster. */
public record Submission(LocalFlink flink, JobArguments arguments) {

    /** A job of any kind. */
    public <C> RunningJob of(
            Function<Settings, C> read, Function<C, JobSettings> job, BiConsumer<StreamExecutionEnvironment, C> wire)
            throws InterruptedException {
        C config = arguments.read(read);
        JobSettings settings = job.apply(config);
        StreamExecutionEnvironment environment = StrictEnvironment.strict(flink.environment(1), settings);
        // What runs here and cannot go on says why, instead of trying for ever.
        Configuration givesUp = new Configuration();
        givesUp.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        environment.configure(givesUp);
        wire.accept(environment, config);
        return flink.submit(environment, settings.job());
    }

    /** The alerts job, which logs what changes in its state. */
    public RunningJob alerts() throws InterruptedException {
        return new Submission(flink, arguments.alerting()).of(AlertsConfig::from, AlertsConfig::job, AlertsJob::wire);
    }

    /** The delivery job, which keeps its {@link Receipts}. */
    public RunningJob delivery() throws InterruptedException {
        return of(
                DeliveryConfig::from,
                DeliveryConfig::job,
                (environment, config) -> Receipts.keep(DeliveryJob.wire(environment, config)));
    }
}
