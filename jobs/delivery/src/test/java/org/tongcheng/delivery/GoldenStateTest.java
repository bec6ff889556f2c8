package org.tongcheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.testkit.HarnessedJob;

/** A savepoint of version 1, as {@link GoldenStates} wrote it, is read, and the job goes on where it stopped. */
final class GoldenStateTest {

    private static final long LATER = GoldenStates.NOW + Alerts.MINUTE;

    private final FakeAlertmanager server = new FakeAlertmanager();
    private final HarnessedJob<DeliveryReceipt> job;

    GoldenStateTest() throws Exception {
        job = DeliveryRun.inHarnesses(server, GoldenFiles.states("v1"));
    }

    @AfterEach
    void close() {
        job.close();
        server.close();
    }

    @Test
    void theStatefulOperatorHasItsFile() throws Exception {
        assertThat(GoldenFiles.states("v1")).containsOnlyKeys(DeliveryTopology.DELIVER_UID);
        assertThat(job.remembered()).containsEntry(DeliveryTopology.DELIVER_UID, 3);
    }

    @Test
    void tellsWhatVersionOneCouldNot() throws Exception {
        job.processingTime(LATER);
        assertThat(server.asked()).as("what comes again comes first").isEmpty();
        job.processingTime(LATER + 12_000);

        assertThat(server.taken().stream().flatMap(post -> post.said(LATER + 12_000).stream()))
                .containsExactlyInAnyOrder(
                        "taken blue ended", "tried blue ended", "tried orange firing", "waits red firing");
    }

    @Test
    void goesOnWithTheAlertsOfVersionOne() throws Exception {
        job.processingTime(LATER);
        job.feed(DeliveryTopology.DELIVER_UID, Alerts.firing("tried", 2, Severity.RED), LATER);

        assertThat(server.taken()).singleElement().satisfies(post -> assertThat(post.said(LATER))
                .containsExactly("tried blue ended", "tried red firing"));
    }
}
