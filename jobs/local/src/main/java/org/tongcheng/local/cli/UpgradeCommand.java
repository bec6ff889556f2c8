package org.tongcheng.local.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.upgrade.JobEntry;
import org.tongcheng.local.upgrade.Upgrade;
import org.tongcheng.local.upgrade.Wish;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A new version of jobs on a session cluster. */
@Command(
        name = "upgrade",
        description = {
            "Stops jobs of a Flink session cluster with a savepoint and starts the new version from it, one after the other,"
                    + " readers before those whose results they read.",
            "Where the new version does not get going, the old one goes on from the savepoint."
        })
final class UpgradeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "JOB", description = "Names of the jobs. Default: all that run.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--flink-url",
            paramLabel = "URL",
            defaultValue = "${env:FLINK_URL:-http://localhost:8081}",
            description = "Flink's REST interface. Default: FLINK_URL, else http://localhost:8081.")
    private String flink = "";

    @Option(
            names = "--savepoints",
            paramLabel = "DIR|URI",
            description =
                    "Where savepoints go, each into a folder with the job's name; all of Flink's machines must see it."
                            + " Default: execution.checkpointing.savepoint-dir of the cluster.")
    private @Nullable String savepoints;

    @Option(
            names = "--jar",
            paramLabel = "FILE|DIR",
            description = "The new version: a jar, or a folder of jars such as jobs/image/target/lib.")
    private @Nullable Path jar;

    @Option(
            names = "--fallback",
            paramLabel = "FILE|DIR",
            description = "The old version. Not needed for jobs that this command has started.")
    private @Nullable Path fallback;

    @Option(
            names = "--jobs",
            paramLabel = "FILE",
            description = "How jobs are started: a line each, name, class, settings, like docker/flink/jobs.txt."
                    + " Default: as there. Secrets come from the job manager's environment.")
    private @Nullable Path jobs;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "A setting for all of them, such as bootstrap-servers=kafka:9092; repeatable. Flink shows them"
                            + " in its web UI.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--only-stop",
            description =
                    "Stop with a savepoint and start nothing, where something else starts the jobs (docker/compose.yaml).")
    private boolean onlyStop;

    @Option(names = "--dry-run", description = "Check that the new version can be started, and say what would be done.")
    private boolean dryRun;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "How long a job may take to stop, and to its first checkpoint. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Override
    public Integer call() throws Exception {
        require(patience > 0, "--patience must be at least 1, not " + patience);
        require(onlyStop != (jar != null), "say what to do: --jar FILE for a new version, or --only-stop");
        require(!onlyStop || !dryRun, "--dry-run checks a new version: it needs --jar");
        for (Path given : new Path[] {jar, fallback, jobs}) {
            require(given == null || Files.exists(given), "there is no " + given);
        }
        Upgrade upgrade = new Upgrade(url(), wish(), line -> {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        });
        if (jar == null) {
            upgrade.stop();
        } else if (dryRun) {
            upgrade.check(jar);
        } else {
            upgrade.to(jar, fallback);
        }
        return ExitCode.OK;
    }

    private Wish wish() {
        List<String> common = new ArrayList<>();
        for (String setting : settings) {
            require(setting.indexOf('=') > 0, "--set must be NAME=VALUE, not '" + setting + "'");
            common.add("--" + setting);
        }
        return new Wish(JobEntry.known(jobs, common), names, savepoints, Duration.ofSeconds(patience));
    }

    private URI url() {
        try {
            URI url = URI.create(flink);
            require(
                    url.getHost() != null,
                    "--flink-url must be an address such as http://localhost:8081, not " + flink);
            return url;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--flink-url must be an address such as http://localhost:8081, not " + flink,
                    e);
        }
    }

    private void require(boolean fit, String message) {
        if (!fit) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
