package org.tongcheng.delivery;

import java.nio.file.Path;
import java.util.Map;
import org.tongcheng.delivery.operator.DeliveryReceipt;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.testkit.GoldenFiles;
import org.tongcheng.testkit.HarnessedJob;

/**
 * Writes the golden state file: what the only operator of the job leaves in a savepoint. A released version's file stays
 * as it is; a change of state that cannot read it is a migration. For a new version, or while v1 is not released, run
 * this class on the test class path of the module, such as from an editor, with one argument: the folder,
 * {@code src/test/resources/state/v1}.
 */
final class GoldenStates {

    static final long NOW = Alerts.ONSET + 60 * Alerts.MINUTE;

    private GoldenStates() {}

    public static void main(String[] folder) throws Exception {
        try (FakeAlertmanager server = new FakeAlertmanager();
                HarnessedJob<DeliveryReceipt> job = DeliveryRun.inHarnesses(server, Map.of())) {
            job.processingTime(NOW);
            job.feed(DeliveryTopology.DELIVER_UID, Alerts.firing("taken", 0, Severity.BLUE), NOW);
            server.always(asked -> 503);
            job.feed(DeliveryTopology.DELIVER_UID, Alerts.firing("tried", 0, Severity.BLUE), NOW);
            job.feed(DeliveryTopology.DELIVER_UID, Alerts.firing("tried", 1, Severity.ORANGE), NOW);
            job.feed(DeliveryTopology.DELIVER_UID, Alerts.firing("waits", 0, Severity.RED), NOW);
            job.feed(DeliveryTopology.DELIVER_UID, Alerts.ended("taken", 1, AlertState.RESOLVED), NOW);
            GoldenFiles.write(job.snapshot(), Path.of(folder[0]));
        }
    }
}
