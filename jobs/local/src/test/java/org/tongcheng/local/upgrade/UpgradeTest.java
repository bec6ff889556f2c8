package org.tongcheng.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.local.server.LocalFailure;

class UpgradeTest {

    private static final String[] ALL = {"transit", "air", "water", "region", "alerts", "delivery"};

    private final List<String> told = new ArrayList<>();
    private FakeFlink flink;
    private Path jar;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        flink = new FakeFlink(ALL);
        jar = jar(folder.resolve("new.jar"));
    }

    @AfterEach
    void stop() {
        flink.close();
    }

    private static Path jar(Path file) throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("nothing"));
        }
        return file;
    }

    private Upgrade upgrade(String... names) {
        return new Upgrade(
                flink.url(),
                new Wish(JobEntry.known(null, List.of()), List.of(names), null, Duration.ofSeconds(5)),
                told::add);
    }

    @Test
    void readersComeBeforeThoseWhoseResultsTheyRead() throws Exception {
        upgrade().to(jar, null);

        assertThat(flink.done)
                .startsWith(
                        "stop delivery into file:///state/savepoints/delivery",
                        "start delivery of new.jar from savepoints/delivery/savepoint-1",
                        "stop alerts into file:///state/savepoints/alerts")
                .endsWith(
                        "stop transit into file:///state/savepoints/transit",
                        "start transit of new.jar from savepoints/transit/savepoint-1")
                .hasSize(12);
        assertThat(flink.running()).containsExactlyInAnyOrder(ALL);
        assertThat(told).contains("alerts: the new version runs");
    }

    @Test
    void stopsThoseThatAreNamedAndStartsNothing() throws Exception {
        upgrade("air", "region").stop();

        assertThat(flink.done)
                .containsExactly(
                        "stop region into file:///state/savepoints/region",
                        "stop air into file:///state/savepoints/air");
        assertThat(flink.running()).containsExactly("transit", "water", "alerts", "delivery");
    }

    @Test
    void tellsWhenSomethingStartsThemAgain() {
        flink.startsThemAgain = true;

        assertThatThrownBy(() -> upgrade("air").stop())
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("something has started air again")
                .hasMessageContaining("docker compose stop jobs");
    }

    @Test
    void touchesNothingWhereTheNewVersionCannotBeMade() {
        flink.refusedPlan = "org.tongcheng.plumbing.job.StartException: Kafka cannot be used at nowhere:9092";

        assertThatThrownBy(() -> upgrade().to(jar, null))
                .hasMessage("nothing was touched: the new version cannot be made into delivery"
                        + " (org.tongcheng.delivery.DeliveryJob): Kafka cannot be used at nowhere:9092");
        assertThat(flink.done).isEmpty();
    }

    @Test
    void checksAndStopsNothingWhenAskedTo() throws Exception {
        upgrade("air").check(jar);

        assertThat(flink.done).isEmpty();
        assertThat(told)
                .containsExactly(
                        "air: would be stopped with a savepoint in file:///state/savepoints/air, and started from it"
                                + " as org.tongcheng.air.AirJob");
    }

    @Test
    void goesBackToTheOldVersionAndSaysHowThingsStand(@TempDir Path folder) throws Exception {
        Path old = jar(folder.resolve("old.jar"));
        flink.works = version -> !version.equals("new.jar/alerts");

        assertThatThrownBy(() -> upgrade().to(jar, old))
                .isInstanceOf(LocalFailure.class)
                .hasMessage(
                        "alerts of the new version does not start: IllegalStateException: no state for it. On the new"
                                + " version are delivery. The old version of alerts goes on from the savepoint.");
        assertThat(flink.running()).containsExactlyInAnyOrder(ALL);
        assertThat(flink.done).last().isEqualTo("start alerts of old.jar from savepoints/alerts/savepoint-1");
    }

    @Test
    void neverLeavesAJobDownSilently(@TempDir Path folder) throws Exception {
        flink.works = version -> false;

        assertThatThrownBy(() -> upgrade("air").to(jar, null))
                .hasMessageContaining("air IS DOWN")
                .hasMessageContaining("--fallback")
                .hasMessageContaining("flink run --detached --fromSavepoint savepoints/air/savepoint-1 --class"
                        + " org.tongcheng.air.AirJob OLD.jar");
        assertThatThrownBy(() -> upgrade("water").to(jar, jar(folder.resolve("old.jar"))))
                .hasMessageContaining("The old version does not start again either")
                .hasMessageContaining("water IS DOWN");
    }

    @Test
    void saysWhyAJobWasNotStopped() {
        flink.failedSavepoint = "java.io.IOException: disk full\n\tat z\n";

        assertThatThrownBy(() -> upgrade().to(jar, null))
                .hasMessageContaining(
                        "delivery was not stopped: no savepoint of delivery: java.io.IOException: disk full")
                .hasMessageContaining("the job is now RUNNING")
                .hasMessageContaining("No other job was touched");
        assertThat(flink.running()).containsExactlyInAnyOrder(ALL);
    }

    @Test
    void saysWhatToDoWhereJarsAreNotTaken() {
        flink.takesJars = false;

        assertThatThrownBy(() -> upgrade().to(jar, null)).hasMessageContaining("--only-stop");
        assertThat(flink.done).isEmpty();
    }

    @Test
    void refusesJobsThatAreNotOneThatRuns() throws Exception {
        assertThatThrownBy(() -> upgrade("bus").stop())
                .hasMessageContaining("no job is named bus; these are: transit, air");
        flink.close();
        flink = new FakeFlink("air", "air");
        assertThatThrownBy(() -> upgrade("water").stop()).hasMessageContaining("has no job water that is not over");
        assertThatThrownBy(() -> upgrade().stop()).hasMessageContaining("has 2 jobs named air: cancel all but one");
        flink.close();
        flink = new FakeFlink();
        assertThatThrownBy(() -> upgrade().stop()).hasMessageContaining("runs none of the jobs");
    }

    @Test
    void packsAFolderOfJars(@TempDir Path folder) throws Exception {
        jar(folder.resolve("b.jar"));
        jar(folder.resolve("a.jar"));
        Files.createFile(folder.resolve("notes.txt"));
        Path packed = JobJar.of(folder, Files.createDirectory(folder.resolve("scratch")));

        try (var zip = new ZipFile(packed.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("lib/a.jar", "lib/b.jar");
        }
        assertThatThrownBy(() -> JobJar.of(folder.resolve("scratch").resolve("none"), folder))
                .hasMessageContaining("cannot read the jars of");
    }
}
