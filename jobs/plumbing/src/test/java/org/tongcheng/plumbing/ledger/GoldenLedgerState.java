package org.tongcheng.plumbing.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/**
 * Writes the golden state file of the ledger. A released version's file stays as it is; a change of state that cannot
 * read it is a migration. For a new version, or while v1 is not released, run this class on the test class path of the
 * module, such as from an editor, with one argument: the folder, {@code src/test/resources/state/v1}.
 */
final class GoldenLedgerState {

    private GoldenLedgerState() {}

    public static void main(String[] folder) throws Exception {
        Path target = Path.of(folder[0]);
        Files.createDirectories(target);
        try (LedgerHarness ledger = LedgerHarness.empty()) {
            ledger.flink.setProcessingTime(5_000_000);
            ledger.add(LedgerHarness.taps(0, 3, 2), LedgerHarness.taps(1, 4, 4));
            ledger.flink.setProcessingTime(5_001_000);
            ledger.add(LedgerHarness.taps(0, 1, 1));
            OperatorSnapshotUtil.writeStateHandle(
                    ledger.snapshot(), target.resolve("sum-ledger.bin").toString());
        }
    }
}
