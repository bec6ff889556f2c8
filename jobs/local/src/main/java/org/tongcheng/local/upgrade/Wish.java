package org.tongcheng.local.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.upgrade.FlinkCluster.Job;

/**
 * What is wanted of an upgrade.
 *
 * @param known how jobs are started, each behind those whose results it reads
 * @param names of the jobs that are meant; empty for all known ones that run
 * @param savepoints folder or URI; null for the cluster's own
 * @param patience how long a job may take to stop, and to get going
 */
public record Wish(
        List<JobEntry> known, List<String> names, @Nullable String savepoints, Duration patience) {

    public Wish {
        known = List.copyOf(known);
        names = List.copyOf(names);
    }

    /** A known job and the one that runs. */
    record Target(JobEntry entry, Job job) {}

    /** The jobs that are meant, readers first. */
    List<Target> targets(FlinkCluster cluster) throws InterruptedException {
        List<Job> running = cluster.jobs();
        List<Target> targets = new ArrayList<>();
        for (String name : names) {
            if (known.stream().noneMatch(entry -> entry.name().equals(name))) {
                throw new LocalFailure("no job is named " + name + "; these are: "
                        + known.stream().map(JobEntry::name).collect(Collectors.joining(", ")));
            }
        }
        for (JobEntry entry : known) {
            if (!names.isEmpty() && !names.contains(entry.name())) {
                continue;
            }
            List<Job> found = running.stream()
                    .filter(job -> job.name().equals(entry.name()))
                    .toList();
            if (found.size() > 1) {
                throw new LocalFailure(
                        cluster + " has " + found.size() + " jobs named " + entry.name() + ": cancel all but one");
            }
            if (found.isEmpty() && !names.isEmpty()) {
                throw new LocalFailure(cluster + " has no job " + entry.name() + " that is not over");
            }
            found.forEach(job -> targets.add(new Target(entry, job)));
        }
        if (targets.isEmpty()) {
            throw new LocalFailure(cluster + " runs none of the jobs");
        }
        Collections.reverse(targets);
        return targets;
    }
}
