package org.tongcheng.transit.operator;

import static org.tongcheng.transit.SampleTap.MIDNIGHT;
import static org.tongcheng.transit.SampleTap.enter;
import static org.tongcheng.transit.SampleTap.exit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.tongcheng.domain.feed.Tap;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.domain.transit.CardTap;
import org.tongcheng.transit.window.WindowPart;

/**
 * Writes the golden state files: what every stateful operator of the job leaves in a savepoint. A released version's
 * files stay as they are; a change of state that cannot read them is a migration. For a new version, or while v1 is
 * not released, run this class on the test class path of the module, such as from an editor, with one argument: the
 * folder, {@code src/test/resources/state/v1}.
 */
final class GoldenStates {

    static final long EIGHT = MIDNIGHT + 8 * BusinessTime.HOUR;

    /** What deduplication has seen: ids of both forms. */
    static final List<Tap> SEEN = List.of(
            enter("0123456789abcdef0123456789abcdef").at(EIGHT).tap(),
            enter("tap-2").at(EIGHT + 1).tap(),
            enter("编号-3").at(EIGHT + 2).tap());

    /** An entrance whose exit is still to come, a journey, and an exit that only a late entrance can match. */
    static final List<Tap> TRAVELLED = List.of(
            enter("in-1").card(1).at(EIGHT).tap(),
            enter("in-2").card(2).at(EIGHT).tap(),
            exit("out-2")
                    .card(2)
                    .at(EIGHT + 20 * BusinessTime.MINUTE)
                    .fen(400, 0)
                    .tap(),
            exit("out-3").card(3).at(EIGHT + 30 * BusinessTime.MINUTE).tap());

    private GoldenStates() {}

    public static void main(String[] folder) throws Exception {
        Path target = Path.of(folder[0]);
        Files.createDirectories(target);
        try (OneInputStreamOperatorTestHarness<Tap, Tap> harness = Harnesses.deduplicate(1, 0)) {
            harness.open();
            Harnesses.send(harness, SEEN.toArray(new Tap[0]));
            write(harness, target.resolve("deduplicate.bin"));
        }
        try (OneInputStreamOperatorTestHarness<CardTap, WindowPart> harness = Harnesses.pairJourneys(1, 0)) {
            harness.open();
            Harnesses.sendCards(harness, TRAVELLED.toArray(new Tap[0]));
            write(harness, target.resolve("pair-journeys.bin"));
        }
        try (OneInputStreamOperatorTestHarness<WindowPart, ?> harness = Harnesses.addWindows(1, 0)) {
            harness.open();
            for (WindowPart part : parts(SEEN, TRAVELLED)) {
                harness.processElement(part, 0);
            }
            harness.processWatermark(EIGHT + BusinessTime.HOUR);
            write(harness, target.resolve("windows.bin"));
        }
    }

    /** Every kind of part, of ridership and of journeys. */
    static List<WindowPart> parts(List<Tap> ridden, List<Tap> travelled) throws Exception {
        try (OneInputStreamOperatorTestHarness<Tap, WindowPart> gather = Harnesses.gatherRidership();
                OneInputStreamOperatorTestHarness<CardTap, WindowPart> pair = Harnesses.pairJourneys(1, 0)) {
            gather.open();
            pair.open();
            for (Tap tap : ridden) {
                Harnesses.send(gather, tap);
            }
            Harnesses.send(gather, enter("roams").at(EIGHT).issuer("510600").tap());
            Harnesses.sendCards(pair, travelled.toArray(new Tap[0]));
            gather.prepareSnapshotPreBarrier(1);
            pair.prepareSnapshotPreBarrier(1);
            List<WindowPart> parts = new ArrayList<>(Harnesses.take(gather));
            parts.addAll(Harnesses.take(pair));
            return parts;
        }
    }

    private static void write(OneInputStreamOperatorTestHarness<?, ?> harness, Path file) throws Exception {
        OperatorSnapshotUtil.writeStateHandle(Harnesses.snapshot(harness), file.toString());
    }
}
