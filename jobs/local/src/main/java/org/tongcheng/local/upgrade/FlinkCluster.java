package org.tongcheng.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.Waiting;

/** A session cluster, by its REST interface. */
final class FlinkCluster {

    private static final Set<String> OVER = Set.of("FINISHED", "FAILED", "CANCELED");

    private static final String SAVEPOINTS = "execution.checkpointing.savepoint-dir";

    private final FlinkRest rest;

    FlinkCluster(URI url) {
        this.rest = new FlinkRest(url);
    }

    /** A job that is not over. */
    record Job(String id, String name, String state) {}

    /**
     * How a start went on.
     *
     * @param over whether the job has ended
     * @param works whether all its tasks run and a first checkpoint is complete
     * @param failures how often it failed
     */
    record Progress(boolean over, boolean works, int failures) {}

    /** Jobs that are not over. */
    List<Job> jobs() throws InterruptedException {
        List<Job> jobs = new ArrayList<>();
        for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
            if (!OVER.contains(job.path("state").asText())) {
                jobs.add(new Job(
                        job.path("jid").asText(),
                        job.path("name").asText(),
                        job.path("state").asText()));
            }
        }
        return jobs;
    }

    /** Where the cluster's configuration has savepoints go; null where it says nothing. */
    @Nullable
    String savepoints() throws InterruptedException {
        for (JsonNode entry : rest.get("/jobmanager/config")) {
            if (SAVEPOINTS.equals(entry.path("key").asText())) {
                return entry.path("value").asText();
            }
        }
        return null;
    }

    /**
     * Stops a job with a savepoint, without draining it, and waits for both.
     *
     * @return where the savepoint is
     * @throws LocalFailure when there is none; the job then goes on, unless the message says otherwise
     */
    String stop(Job job, String target, Duration atMost) throws Exception {
        ObjectNode body = object();
        body.put("targetDirectory", target);
        body.put("drain", false);
        // Made for going on with another version, or another state backend.
        body.put("formatType", "CANONICAL");
        String trigger =
                rest.post(path(job.id, "stop"), body).path("request-id").asText();
        JsonNode[] operation = new JsonNode[1];
        boolean ended = Waiting.until(atMost, () -> {
            JsonNode asked = rest.get(path(job.id, "savepoints/" + trigger));
            operation[0] = asked.path("operation");
            return asked.path("status").path("id").asText().equals("COMPLETED");
        });
        String location = ended ? operation[0].path("location").asText() : "";
        if (location.isEmpty()) {
            String why = ended
                    ? StackTraceText.reason(operation[0]
                            .path("failure-cause")
                            .path("stack-trace")
                            .asText())
                    : "it was not complete after " + atMost.toSeconds() + " s";
            throw new LocalFailure("no savepoint of " + job.name + ": " + why + "; the job is now " + state(job.id));
        }
        if (!Waiting.until(atMost, () -> OVER.contains(state(job.id)))) {
            throw new LocalFailure(
                    job.name + " has its savepoint, " + location + ", but does not end: it is " + state(job.id));
        }
        return location;
    }

    /** @return the jar's id on the cluster */
    String upload(Path jar) throws InterruptedException {
        try {
            String file = rest.upload("/jars/upload", jar).path("filename").asText();
            return file.substring(file.lastIndexOf('/') + 1);
        } catch (FlinkRest.Refusal e) {
            if (e.unknown()) {
                throw new LocalFailure(
                        rest + " takes no jars (web.submit.enable). Where the jobs lie in its image, stop them"
                                + " with --only-stop and bring a new image",
                        e);
            }
            throw e;
        }
    }

    void delete(String jar) throws InterruptedException {
        rest.delete("/jars/" + jar);
    }

    /** What {@link #start} started a job from; null for any other job, or where the cluster has lost the jar. */
    @Nullable
    Version versionOf(Job job) throws InterruptedException {
        Version version = Version.carried(
                job.name,
                rest.get(path(job.id, "config")).path("execution-config").path("user-config"));
        for (JsonNode file : rest.get("/jars").path("files")) {
            if (file.path("id").asText().equals(version.jar())) {
                return version;
            }
        }
        return null;
    }

    /** Makes the job of a jar and does not start it. @throws FlinkRest.Refusal when it cannot be made */
    void check(Version version) throws InterruptedException {
        rest.post("/jars/" + version.jar() + "/plan", request(version.entry()));
    }

    /**
     * Starts a job.
     *
     * @param savepoint all of whose state it must take over, and which stays as it is; null to begin anew
     * @return the job's id
     */
    String start(Version version, @Nullable String savepoint) throws InterruptedException {
        ObjectNode body = request(version.entry());
        if (savepoint != null) {
            body.put("savepointPath", savepoint);
        }
        body.put("allowNonRestoredState", false);
        body.put("claimMode", "NO_CLAIM");
        body.putObject("flinkConfiguration").put("pipeline.global-job-parameters", version.carried());
        return rest.post("/jars/" + version.jar() + "/run", body).path("jobid").asText();
    }

    Progress progress(String id) throws InterruptedException {
        JsonNode job = rest.get("/jobs/" + id);
        boolean works = job.path("state").asText().equals("RUNNING");
        for (JsonNode task : job.path("vertices")) {
            String status = task.path("status").asText();
            works &= status.equals("RUNNING") || status.equals("FINISHED");
        }
        int checkpoints = rest.get(path(id, "checkpoints"))
                .path("counts")
                .path("completed")
                .asInt();
        return new Progress(
                OVER.contains(job.path("state").asText()),
                works && checkpoints > 0,
                failures(id).size());
    }

    /** Why a job failed last. */
    String reason(String id) throws InterruptedException {
        JsonNode failures = failures(id);
        return failures.isEmpty()
                ? "it is " + state(id) + ", and has no complete checkpoint"
                : StackTraceText.reason(failures.path(0).path("stacktrace").asText());
    }

    /** Ends jobs of that name, whatever becomes of what they did since their last checkpoint. */
    void cancel(String name, Duration atMost) throws Exception {
        for (Job job : jobs()) {
            if (job.name.equals(name)) {
                rest.patch("/jobs/" + job.id + "?mode=cancel");
                if (!Waiting.until(atMost, () -> OVER.contains(state(job.id)))) {
                    throw new LocalFailure(
                            name + " (" + job.id + ") does not let itself be cancelled: it is " + state(job.id));
                }
            }
        }
    }

    @Override
    public String toString() {
        return rest.toString();
    }

    private String state(String id) throws InterruptedException {
        return rest.get("/jobs/" + id).path("state").asText();
    }

    private JsonNode failures(String id) throws InterruptedException {
        return rest.get(path(id, "exceptions")).path("exceptionHistory").path("entries");
    }

    private static ObjectNode request(JobEntry entry) {
        ObjectNode body = object();
        body.put("entryClass", entry.mainClass());
        entry.arguments().forEach(body.putArray("programArgsList")::add);
        return body;
    }

    private static String path(String job, String what) {
        return "/jobs/" + job + "/" + what;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
