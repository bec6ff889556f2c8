package org.tongcheng.plumbing.intake;

import static org.tongcheng.plumbing.intake.IntakeHarnesses.EIGHT;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.opened;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.reading;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.send;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.time.BusinessTime;

/**
 * Writes the golden state files of the intake. A released version's files stay as they are; a change of state that
 * cannot read them is a migration. For a new version, or while v1 is not released, run this class on the test class
 * path of the module, such as from an editor, with one argument: the folder, {@code src/test/resources/state/v1}.
 */
final class GoldenIntakeStates {

    private GoldenIntakeStates() {}

    public static void main(String[] folder) throws Exception {
        Path target = Path.of(folder[0]);
        Files.createDirectories(target);
        try (OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> gate =
                opened(IntakeHarnesses.gate(Feed.TRANSIT_TAPS, 1, 0))) {
            send(gate, 0, EIGHT);
            send(gate, 1, EIGHT + BusinessTime.DAY);
            OperatorSnapshotUtil.writeStateHandle(
                    snapshot(gate), target.resolve("gate.bin").toString());
        }
        try (OneInputStreamOperatorTestHarness<Reading, Reading> settle =
                opened(IntakeHarnesses.settle(Feed.AIR_OBSERVATIONS, 1, 0))) {
            settle.processElement(reading("site", EIGHT, 7), EIGHT);
            settle.processElement(reading("站点", EIGHT, 8), EIGHT);
            OperatorSnapshotUtil.writeStateHandle(
                    snapshot(settle), target.resolve("settle.bin").toString());
        }
    }
}
