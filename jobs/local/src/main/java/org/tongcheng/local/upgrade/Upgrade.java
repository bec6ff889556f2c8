package org.tongcheng.local.upgrade;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.TempFolders;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.local.upgrade.FlinkCluster.Job;
import org.tongcheng.local.upgrade.FlinkCluster.Progress;
import org.tongcheng.local.upgrade.Wish.Target;

/**
 * Brings a new version of running jobs, one after the other: a job is stopped with a savepoint, and the new version goes on from
 * it; where that does not work the old one does. Readers come before those whose results they read: a new reader understands old
 * results, an old one may not understand new ones. Meanwhile Kafka keeps what is not read yet.
 */
public final class Upgrade {

    /** One that fails so often does not only wait for something. */
    private static final int TOO_MANY_FAILURES = 3;

    private final FlinkCluster cluster;
    private final Wish wish;
    private final Consumer<String> told;
    private final List<String> upgraded = new ArrayList<>();

    /** @param told what happens, line by line */
    public Upgrade(URI flink, Wish wish, Consumer<String> told) {
        this.cluster = new FlinkCluster(flink);
        this.wish = wish;
        this.told = told;
    }

    /**
     * Stops the jobs, each with a savepoint, and starts nothing: whoever starts them next finds it.
     *
     * @throws LocalFailure when a job cannot be stopped, or something starts it again at once
     */
    public void stop() throws Exception {
        String savepoints = savepoints();
        List<Target> targets = wish.targets(cluster);
        for (Target target : targets) {
            stop(target, savepoints);
        }
        List<String> again = cluster.jobs().stream()
                .map(Job::name)
                .filter(name ->
                        targets.stream().anyMatch(target -> target.job().name().equals(name)))
                .toList();
        if (!again.isEmpty()) {
            throw new LocalFailure("something has started " + String.join(", ", again)
                    + " again: stop what keeps the jobs running first (docker compose stop jobs), and call this again");
        }
        told.accept("nothing of these runs now; the next start goes on from the savepoints");
    }

    /**
     * Checks that the new version can be made into each of the jobs, and goes no further.
     *
     * @param version a jar, or a folder of jars
     */
    public void check(Path version) throws Exception {
        try (TempFolders scratch = TempFolders.inSystemFolder()) {
            String savepoints = savepoints();
            List<Target> targets = wish.targets(cluster);
            String jar = cluster.upload(JobJar.of(version, scratch.root()));
            try {
                checkAll(jar, targets);
            } finally {
                cluster.delete(jar);
            }
            for (Target target : targets) {
                told.accept(target.job().name() + ": would be stopped with a savepoint in "
                        + folder(savepoints, target.job()) + ", and started from it as "
                        + target.entry().mainClass());
            }
        }
    }

    /**
     * Brings the new version.
     *
     * @param version a jar, or a folder of jars
     * @param fallback the old version, where the cluster does not know it; null for none
     * @throws LocalFailure when not every job is on the new version, saying which is, and how the others stand
     */
    public void to(Path version, @Nullable Path fallback) throws Exception {
        try (TempFolders scratch = TempFolders.inSystemFolder()) {
            String savepoints = savepoints();
            List<Target> targets = wish.targets(cluster);
            String jar = cluster.upload(JobJar.of(version, scratch.folder("new")));
            checkAll(jar, targets);
            String known = fallback == null ? null : cluster.upload(JobJar.of(fallback, scratch.folder("old")));
            for (Target target : targets) {
                Version old = known == null ? cluster.versionOf(target.job()) : new Version(known, target.entry());
                replace(new Version(jar, target.entry()), old, stop(target, savepoints));
            }
        }
    }

    private void replace(Version version, @Nullable Version old, String savepoint) throws Exception {
        String name = version.entry().name();
        try {
            start(version, savepoint);
        } catch (LocalFailure | FlinkRest.Refusal e) {
            String standing = name + " of the new version does not start: " + e.getMessage() + ". " + others();
            goBack(old == null ? version.entry() : old.entry(), old, savepoint, standing);
        }
        upgraded.add(name);
        told.accept(name + ": the new version runs");
    }

    /** Ends with a failure in any case. */
    private void goBack(JobEntry entry, @Nullable Version old, String savepoint, String standing) throws Exception {
        try {
            cluster.cancel(entry.name(), wish.patience());
            if (old != null) {
                start(old, savepoint);
                told.accept(entry.name() + ": the old version goes on from the savepoint");
            }
        } catch (LocalFailure | FlinkRest.Refusal e) {
            throw new LocalFailure(
                    standing + " The old version does not start again either: " + e.getMessage() + ". "
                            + howToStart(entry, savepoint),
                    e);
        }
        throw new LocalFailure(
                old == null
                        ? standing + " The cluster does not know the old version (--fallback). "
                                + howToStart(entry, savepoint)
                        : standing + " The old version of " + entry.name() + " goes on from the savepoint.");
    }

    private void start(Version version, String savepoint) throws Exception {
        String id = cluster.start(version, savepoint);
        AtomicBoolean works = new AtomicBoolean();
        boolean decided = Waiting.until(wish.patience(), () -> {
            Progress now = cluster.progress(id);
            works.set(now.works());
            return now.works() || now.over() || now.failures() >= TOO_MANY_FAILURES;
        });
        if (!decided || !works.get()) {
            throw new LocalFailure(cluster.reason(id));
        }
    }

    private String stop(Target target, String savepoints) throws Exception {
        String name = target.job().name();
        try {
            String savepoint = cluster.stop(target.job(), folder(savepoints, target.job()), wish.patience());
            told.accept(name + ": stopped, with the savepoint " + savepoint);
            return savepoint;
        } catch (LocalFailure | FlinkRest.Refusal e) {
            throw new LocalFailure(name + " was not stopped: " + e.getMessage() + ". " + others(), e);
        }
    }

    private void checkAll(String jar, List<Target> targets) throws InterruptedException {
        for (Target target : targets) {
            try {
                cluster.check(new Version(jar, target.entry()));
            } catch (FlinkRest.Refusal e) {
                cluster.delete(jar);
                throw new LocalFailure(
                        "nothing was touched: the new version cannot be made into "
                                + target.entry().name() + " (" + target.entry().mainClass() + "): " + e.getMessage(),
                        e);
            }
        }
    }

    private String savepoints() throws InterruptedException {
        String folder = wish.savepoints() == null ? cluster.savepoints() : wish.savepoints();
        if (folder == null) {
            throw new LocalFailure("say where savepoints are to go, with --savepoints: " + cluster
                    + " has no execution.checkpointing.savepoint-dir");
        }
        return folder;
    }

    /** One for each job, so that whoever starts it can tell them apart. */
    private static String folder(String savepoints, Job job) {
        return (savepoints.endsWith("/") ? savepoints : savepoints + "/") + job.name();
    }

    private String others() {
        return upgraded.isEmpty()
                ? "No other job was touched."
                : "On the new version are " + String.join(", ", upgraded) + ".";
    }

    private static String howToStart(JobEntry entry, String savepoint) {
        return entry.name() + " IS DOWN. Start it again: flink run --detached --fromSavepoint " + savepoint
                + " --class " + entry.mainClass() + " OLD.jar " + String.join(" ", entry.arguments());
    }
}
