package org.tongcheng.local.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.feeds.FeedsGenerator;
import org.tongcheng.local.server.Cleanup;
import org.tongcheng.local.server.FlinkMetrics;
import org.tongcheng.local.server.LocalAlertmanager;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.LocalFlink;
import org.tongcheng.local.server.LocalGrafana;
import org.tongcheng.local.server.LocalInflux;
import org.tongcheng.local.server.LocalKafka;
import org.tongcheng.local.server.TempFolders;
import org.tongcheng.local.server.Waiting;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionDirectory;

/**
 * The whole system on this machine: broker, cluster, InfluxDB, Alertmanager, the six jobs and the feeds of a generated day.
 * It ends when every record has been consumed, every window has been closed and written and every alert delivered.
 */
public final class Demo {

    private static final Duration REFRESH = Duration.ofMillis(500);

    private final DemoPlan plan;
    private final Map<String, String> environment;
    private final Region region = RegionDirectory.shipped("chengdu");
    private final Progress progress;

    /**
     * @param environment variables of this process
     * @param terminal whether {@code out} can be refreshed in place
     */
    public Demo(DemoPlan plan, Map<String, String> environment, PrintWriter out, boolean terminal) {
        this.plan = plan;
        this.environment = Map.copyOf(environment);
        this.progress = new Progress(out, terminal, region.zone());
    }

    /**
     * Runs to the end; with {@code keep} it stays until the process is stopped.
     *
     * @throws LocalFailure when something cannot be started, or a record is not accounted for
     */
    public void run() throws Exception {
        FeedsGenerator generator = new FeedsGenerator(region, plan.feeds());
        try (Cleanup cleanup = new Cleanup()) {
            TempFolders folders = cleanup.own(TempFolders.inSystemFolder());
            LocalInflux influx = cleanup.own(LocalInflux.start(environment, folders.folder("influxdb"), progress::say));
            @Nullable LocalAlertmanager alertmanager = alertmanager(cleanup, folders.folder("alertmanager"));
            LocalKafka kafka = cleanup.own(LocalKafka.start(folders.folder("kafka")));
            kafka.createTopics(LiveJobs.topics());
            FlinkMetrics metrics = FlinkMetrics.to(influx.url(), environment);
            LocalFlink flink = cleanup.own(LocalFlink.start(folders.folder("flink"), LiveJobs.SLOTS, metrics));
            String addresses = String.join(
                    "\n",
                    "Kafka broker  " + kafka.bootstrapServers(),
                    "Flink web UI  " + flink.webUi(),
                    "InfluxDB      " + influx.url(),
                    "Alertmanager  " + (alertmanager == null ? "none" : alertmanager.url()));
            progress.say(addresses);
            JobArguments arguments =
                    JobArguments.of(kafka.bootstrapServers(), influx.url().toString(), environment);
            LiveJobs jobs = LiveJobs.submit(
                    flink, arguments, alertmanager == null ? null : alertmanager.url(), plan.archiveRoot());
            LiveDay day = new LiveDay(cleanup, generator, plan.speed(), jobs, kafka.bootstrapServers());
            follow(day);
            progress.say("all is consumed: closing the windows that are still open");
            day.settle(folders.folder("savepoints"));
            progress.say(new DemoReport(region, generator, day, arguments).text());
            if (plan.archive() != null) {
                progress.say("The feeds are archived in " + plan.archive() + "; run them again with\n"
                        + "./tongcheng replay --archive '" + plan.archive() + "' --from " + DemoPlan.DAY.minusDays(1)
                        + " --to " + DemoPlan.DAY.plusDays(2) + " --into again");
            }
            if (plan.keep()) {
                String grafana = grafana(cleanup, folders.folder("grafana"), influx.url());
                progress.say("Up until Ctrl-C:\n" + addresses + "\nGrafana       " + grafana);
                new CountDownLatch(1).await();
            }
        }
    }

    /** One that cannot be had is missed; one that is named has to be there. */
    private @Nullable LocalAlertmanager alertmanager(Cleanup cleanup, Path folder) throws Exception {
        try {
            return cleanup.own(LocalAlertmanager.startTellingNobody(environment, folder, progress::say));
        } catch (LocalFailure e) {
            if (!environment.getOrDefault("ALERTMANAGER_URL", "").isEmpty()) {
                throw e;
            }
            progress.say("alerts are raised and delivered to nobody: " + e.getMessage());
            return null;
        }
    }

    /** Address of the dashboards, or why there are none. */
    private String grafana(Cleanup cleanup, Path folder, URI influx) throws Exception {
        Optional<Path> program = LocalGrafana.program(environment);
        String home = System.getProperty("tongcheng.home", "");
        if (program.isEmpty() || home.isEmpty()) {
            return "none: install one so that grafana is on the PATH";
        }
        try {
            Path provided = Path.of(home, "grafana");
            LocalGrafana grafana =
                    cleanup.own(LocalGrafana.start(program.get(), provided, folder, influx, environment));
            return grafana.dashboard(DemoPlan.DAY, LocalDate.now(region.zone()));
        } catch (LocalFailure e) {
            return "none: " + e.getMessage();
        }
    }

    private void follow(LiveDay day) throws Exception {
        LiveDay.State state = day.state();
        while (!state.finished()) {
            progress.show(state);
            Waiting.pause(REFRESH);
            state = day.state();
        }
        progress.show(state);
    }
}
