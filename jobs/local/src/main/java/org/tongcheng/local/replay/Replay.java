package org.tongcheng.local.replay;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcheng.alerts.AlertsTopology;
import org.tongcheng.domain.result.Coverage;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.local.replay.PacedSource.Pace;
import org.tongcheng.local.run.BoundedJobs;
import org.tongcheng.local.run.BoundedRun;
import org.tongcheng.local.run.BoundedRun.Additions;
import org.tongcheng.local.run.RunEnds;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RuleRefusal;
import org.tongcheng.reference.Rules;

/**
 * The jobs over a time that has been, with results of their own: in a folder, and in topics and a bucket where told to. Nothing
 * live is written, and nobody is told of an alert. What a run that fails has made is deleted.
 *
 * @param kafka where records are read
 * @param topics whether results go to topics of the run too
 * @param influx where results go to a bucket of the run too; null for nowhere
 */
public record Replay(
        ReplayRequest request,
        RegionBundle bundle,
        KafkaSettings kafka,
        boolean topics,
        @Nullable InfluxSettings influx) {

    /** In front of the id of a run: what its topics and its bucket begin with. */
    public static final String PREFIX = "replay_";

    /**
     * Runs to the end.
     *
     * @param terminal whether {@code out} can be refreshed in place
     * @return the account of each feed, a line each
     * @throws IllegalArgumentException when there is a run of that id, or a rule is wrong
     * @throws org.tongcheng.local.server.LocalFailure when something is missing, or a record is not accounted for
     */
    public String run(PrintWriter out, boolean terminal) throws Exception {
        if (Files.exists(request.folder())) {
            throw new IllegalArgumentException("there is a run '" + request.runId() + "' already, in "
                    + request.folder() + ": name another with --into, or delete it");
        }
        Region region = bundle.region();
        Rules rules = bundle.rules(region);
        for (RuleRefusal refusal : rules.refused()) {
            throw new IllegalArgumentException("a rule is wrong: " + refusal);
        }
        BusinessTime time = new BusinessTime(region.zone());
        ReplayPlan plan = new ReplayPlanner(request, rules, time, kafka).plan();
        out.printf(
                "replaying at most %,d records of %s%n",
                plan.records(), plan.feeds().keySet());
        try (RunOutputs outputs = new RunOutputs(request.runId(), kafka, topics, influx)) {
            String account = run(plan, outputs, time, new ReplayProgress(out, terminal, plan.records()));
            outputs.keep();
            return account;
        }
    }

    private String run(ReplayPlan plan, RunOutputs outputs, BusinessTime time, ReplayProgress progress)
            throws Exception {
        List<RunEnds> ends = outputs.open(time.zone());
        Coverage coverage = new Coverage(request.from(), request.to(), plan.readFrom(), time);
        Pace pace = pace();
        BoundedJobs jobs = new BoundedJobs(
                new ReplayStreams(plan, kafka, pace),
                bundle,
                coverage,
                pace == null ? AlertsTopology.Pace.SETTLED : AlertsTopology.Pace.RECORDED);
        Additions additions = new Additions(
                ends, Map.of(RunManifest.FILE, RunManifest.of(request, plan, bundle)), outputs.committing(), progress);
        return new BoundedRun("replay", jobs, plan.feeds().keySet(), request.parallelism(), additions)
                .into(request.folder());
    }

    private @Nullable Pace pace() {
        return Double.isInfinite(request.speed()) ? null : new Pace(request.from(), request.speed(), Clock.systemUTC());
    }
}
