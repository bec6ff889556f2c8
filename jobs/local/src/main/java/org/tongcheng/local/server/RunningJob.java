package org.tongcheng.local.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.util.OptionalFailure;
import org.apache.flink.util.SerializedValue;
import org.tongcheng.plumbing.job.Reason;

/** A job on the {@link LocalFlink} that took it. */
public final class RunningJob {

    private static final Duration STARTING = Duration.ofMinutes(2);

    private final MiniCluster cluster;
    private final JobID id;
    private final String name;

    RunningJob(MiniCluster cluster, JobID id, String name) {
        this.cluster = cluster;
        this.id = id;
        this.name = name;
    }

    public JobID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public JobStatus status() throws InterruptedException {
        try {
            return cluster.getJobStatus(id).get();
        } catch (ExecutionException e) {
            throw failure("has no status", e);
        }
    }

    /**
     * Ends the job as if its input had ended: the last watermark closes every window, and what the sinks hold is
     * committed before this returns.
     */
    public void drain(Path savepoints) throws Exception {
        try {
            if (!Waiting.until(STARTING, this::allTasksRun)) {
                throw new LocalFailure("the job " + name + " does not run: it is " + status());
            }
            cluster.stopWithSavepoint(id, savepoints.toUri().toString(), true, SavepointFormatType.NATIVE)
                    .get();
        } catch (ExecutionException e) {
            throw failure("could not be drained", e);
        }
        await();
    }

    /** A savepoint is refused while a task is being deployed; those of a source that was short have ended. */
    private boolean allTasksRun() throws InterruptedException, ExecutionException {
        if (status() != JobStatus.RUNNING) {
            return false;
        }
        for (AccessExecutionVertex task : cluster.getExecutionGraph(id).get().getAllExecutionVertices()) {
            ExecutionState state = task.getExecutionState();
            if (state != ExecutionState.RUNNING && state != ExecutionState.FINISHED) {
                return false;
            }
        }
        return true;
    }

    /**
     * Waits for the end of the job.
     *
     * @throws LocalFailure when it ended by failing
     */
    public void await() throws InterruptedException {
        try {
            JobResult result = cluster.requestJobResult(id).get();
            if (!result.isSuccess()) {
                throw result.getSerializedThrowable()
                        .map(cause -> failure("has failed", cause))
                        .orElseGet(() -> new LocalFailure("the job " + name + " has not ended by itself"));
            }
        } catch (ExecutionException e) {
            throw failure("has no result", e);
        }
    }

    /**
     * What an accumulator of the job has listed: all of it at the job's end, all but the last seconds of it before; nothing
     * when there is no such accumulator.
     */
    @SuppressWarnings("unchecked") // the caller names an accumulator that it knows
    public <T> List<T> listed(String accumulator) throws Exception {
        SerializedValue<OptionalFailure<Object>> list =
                cluster.getExecutionGraph(id).get().getAccumulatorsSerialized().get(accumulator);
        return list == null
                ? List.of()
                : (List<T>)
                        list.deserializeValue(RunningJob.class.getClassLoader()).get();
    }

    /** What an accumulator of the job has counted, all of it but the last seconds; 0 when there is no such accumulator. */
    public long counted(String accumulator) throws InterruptedException {
        try {
            SerializedValue<OptionalFailure<Object>> count = cluster.getExecutionGraph(id)
                    .get()
                    .getAccumulatorsSerialized()
                    .get(accumulator);
            return count == null
                    ? 0
                    : (Long) count.deserializeValue(RunningJob.class.getClassLoader())
                            .get();
        } catch (Exception e) {
            throw failure("does not say what it has counted", e);
        }
    }

    private LocalFailure failure(String what, Throwable cause) {
        return new LocalFailure("the job " + name + " " + what + ": " + Reason.of(cause), cause);
    }
}
