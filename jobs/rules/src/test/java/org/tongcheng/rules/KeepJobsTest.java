package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keep-jobs.sh starts, and from what; a job manager that answers from a file and a Flink that writes down its calls. */
class KeepJobsTest {

    private static final String CLASS = "org.tongcheng.transit.TransitJob";

    @TempDir
    private Path folder;

    private Path state;

    private Path savepoints;

    @BeforeEach
    void stub() throws IOException {
        state = Files.createDirectories(folder.resolve("state"));
        savepoints = folder.resolve("savepoints");
        command("wget", "cat " + folder.resolve("overview"));
        command("flink", "echo \"$*\" >> " + folder.resolve("calls"));
        // The pause of the script ends it: one look is enough.
        command("sleep", "kill $PPID");
        Files.writeString(
                folder.resolve("jobs.txt"), "# a comment\ntransit " + CLASS + "\nalerts X --state-changelog true\n");
    }

    private void command(String name, String what) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + what + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** @param states of the jobs transit and alerts, none for one that is not known */
    private void overview(String... states) throws IOException {
        List<String> names = List.of("transit", "alerts");
        Files.writeString(
                folder.resolve("overview"),
                IntStream.range(0, states.length)
                        .mapToObj(job -> "{\"jid\":\"0" + job + "\",\"name\":\"" + names.get(job)
                                + "\",\"start-time\":1,\"state\":\"" + states[job] + "\",\"tasks\":{\"running\":2}}")
                        .collect(Collectors.joining(",", "{\"jobs\":[", "]}")));
    }

    private Path checkpoint(String name, boolean complete, long second) throws IOException {
        return snapshot(state.resolve(name), complete, second);
    }

    private static Path snapshot(Path place, boolean complete, long second) throws IOException {
        Path checkpoint = Files.createDirectories(place);
        if (complete) {
            Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "");
            Files.setLastModifiedTime(metadata, FileTime.from(Instant.ofEpochSecond(second)));
        }
        return checkpoint;
    }

    private List<String> started() throws Exception {
        DeploymentScriptsTest.run(
                folder,
                Map.of(
                        "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "TONGCHENG_HOME", folder.toString(),
                        "TONGCHENG_STATE", state.toString(),
                        "TONGCHENG_SAVEPOINTS", savepoints.toString(),
                        "TONGCHENG_READY", folder.resolve("ready").toString(),
                        "FLINK_COMMAND", folder.resolve("bin/flink").toString()),
                "bash",
                Deployment.DOCKER.resolve("flink/keep-jobs.sh").toString());
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private String call(String restored, String job, String className, String more) {
        return "run --detached " + restored + "--class " + className + " " + folder + "/jobs/" + job
                + ".jar --checkpoint-directory file://" + state + "/" + job + more;
    }

    @Test
    void startsEveryJobAnewWhereThereIsNoCheckpoint() throws Exception {
        overview();

        assertThat(started())
                .containsExactly(call("", "transit", CLASS, ""), call("", "alerts", "X", " --state-changelog true"));
        assertThat(folder.resolve("ready")).doesNotExist();
    }

    @Test
    void startsALostJobFromItsNewestCompleteCheckpointWhateverItsNumber() throws Exception {
        overview("CANCELED", "RUNNING");
        checkpoint("transit/aa/chk-12", true, 1_000);
        Path newest = checkpoint("transit/bb/chk-3", true, 2_000);
        checkpoint("transit/bb/chk-4", false, 0);
        checkpoint("alerts/cc/chk-9", true, 3_000);

        assertThat(started())
                .containsExactly(
                        call("--fromSavepoint file://" + newest + " --claimMode CLAIM ", "transit", CLASS, ""));
    }

    @Test
    void startsAJobThatWasStoppedForANewVersionFromItsSavepointAndKeepsThat() throws Exception {
        overview();
        checkpoint("transit/aa/chk-12", true, 1_000);
        Path savepoint = snapshot(savepoints.resolve("transit/savepoint-0a-1"), true, 2_000);
        snapshot(savepoints.resolve("transit/savepoint-0b-2"), false, 0);
        snapshot(savepoints.resolve("alerts/savepoint-0c-1"), true, 1_000);
        Path newer = checkpoint("alerts/bb/chk-3", true, 2_000);

        assertThat(started())
                .containsExactly(
                        call("--fromSavepoint file://" + savepoint + " --claimMode NO_CLAIM ", "transit", CLASS, ""),
                        call(
                                "--fromSavepoint file://" + newer + " --claimMode CLAIM ",
                                "alerts",
                                "X",
                                " --state-changelog true"));
    }

    @Test
    void leavesJobsAloneThatRunOrAreAboutTo() throws Exception {
        overview("RESTARTING", "RUNNING");

        assertThat(started()).isEmpty();
        assertThat(folder.resolve("ready")).exists();
    }

    @Test
    void startsNothingWhileTheJobManagerDoesNotAnswer() throws Exception {
        command("wget", "exit 4");
        Files.writeString(folder.resolve("ready"), "");

        assertThat(started()).isEmpty();
        assertThat(folder.resolve("ready")).doesNotExist();
    }
}
