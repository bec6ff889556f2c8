package org.tongcheng.local.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.changelog.fs.FsStateChangelogOptions;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateChangelogOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.plugin.PluginManager;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.tongcheng.plumbing.job.StrictEnvironment;

/**
 * A Flink cluster in this process, with REST and the web UI on a free port of loopback: one job manager, one task
 * manager. State on the heap, checkpoints and the log of changes to state in the cluster's folder.
 */
public final class LocalFlink implements AutoCloseable {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);
    private static final int RESTARTS = 10;
    private static final Duration RESTART_DELAY = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final MiniCluster cluster;
    private final Configuration configuration;
    private int lost;

    private LocalFlink(MiniCluster cluster, Configuration configuration) {
        this.cluster = cluster;
        this.configuration = configuration;
    }

    /**
     * @param folder for checkpoints and temporary data; it stays when the cluster is closed
     * @param slots the sum of the parallelism of all jobs that shall run at once
     */
    public static LocalFlink start(Path folder, int slots) {
        return start(folder, slots, FlinkMetrics.unreported());
    }

    /** The same, with the cluster's own metrics reported. */
    public static LocalFlink start(Path folder, int slots, FlinkMetrics metrics) {
        Configuration configuration = configuration(folder);
        configuration.addAll(metrics.configuration());
        PluginManager plugins = metrics.plugins(folder);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setCommonBindAddress("localhost")
                .setPluginManager(plugins)
                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            throw new LocalFailure("the Flink cluster does not start: " + e.getMessage(), e);
        }
        return new LocalFlink(cluster, configuration);
    }

    /** An environment for one job of this cluster: strict, with checkpoints and restarts. */
    public StreamExecutionEnvironment environment(int parallelism) {
        return new StreamExecutionEnvironment(configuration).setParallelism(parallelism);
    }

    /** Submits what has been wired on an environment of this cluster. */
    public RunningJob submit(StreamExecutionEnvironment environment, String name) throws InterruptedException {
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(name);
        JobGraph job = graph.getJobGraph();
        try {
            cluster.submitJob(job).get();
        } catch (ExecutionException e) {
            throw new LocalFailure("the job " + name + " was not accepted: " + e.getMessage(), e);
        }
        return new RunningJob(cluster, job.getJobID(), name);
    }

    /** Takes the task manager away in the middle of its work and brings another: what a lost machine looks like. */
    public synchronized void loseTaskManager() throws Exception {
        cluster.terminateTaskManager(lost).get();
        lost++;
        cluster.startTaskManager();
    }

    public URI webUi() {
        return cluster.getRestAddress().join();
    }

    @Override
    public void close() {
        cluster.closeAsync().orTimeout(CLOSING.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public String toString() {
        return "Flink cluster";
    }

    private static Configuration configuration(Path folder) {
        String temporary = folder.resolve("tmp").toString();
        Configuration configuration = StrictEnvironment.strict(new Configuration());
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(RestOptions.PORT, 0);
        configuration.set(RestOptions.ADDRESS, "localhost");
        configuration.set(WebOptions.TMP_DIR, temporary);
        configuration.set(CoreOptions.TMP_DIRS, temporary);
        configuration.set(BlobServerOptions.STORAGE_DIRECTORY, temporary);
        configuration.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, temporary);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(8));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        // For jobs that ask for it; in memory, the default, it would be part of each checkpoint's metadata.
        configuration.set(StateChangelogOptions.STATE_CHANGE_LOG_STORAGE, "filesystem");
        configuration.set(
                FsStateChangelogOptions.BASE_PATH,
                folder.resolve("changelog").toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RESTART_DELAY);
        return configuration;
    }
}
