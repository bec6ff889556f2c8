package org.tongcheng.plumbing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.EIGHT;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.broken;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.opened;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.restored;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.snapshot;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.take;
import static org.tongcheng.plumbing.intake.IntakeHarnesses.total;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.domain.feed.LedgerCount;
import org.tongcheng.domain.time.BusinessTime;

class IntakeLawsTest {

    private static final Feed FEED = Feed.AIR_OBSERVATIONS;

    /** One arrival: rejected when it has no number. */
    record Step(int partition, int hour, int site, Integer number) {

        long time() {
            return EIGHT + hour * BusinessTime.HOUR;
        }

        Arrival<Reading> arrival() {
            return number == null
                    ? broken(partition, time())
                    : IntakeHarnesses.arrival(partition, IntakeHarnesses.reading("site-" + site, time(), number));
        }
    }

    @Property(tries = 150)
    void everyReceivedRecordMeetsExactlyOneFate(@ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 60) int cut)
            throws Exception {
        int middle = Math.min(cut, steps.size());
        List<LedgerCount> counts = new ArrayList<>();
        OperatorSubtaskState gateState;
        OperatorSubtaskState settleState;
        try (OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> gate =
                        opened(IntakeHarnesses.gate(FEED, 1, 0));
                KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> settle =
                        opened(IntakeHarnesses.settle(FEED, 1, 0))) {
            run(steps.subList(0, middle), gate, settle, counts);
            gateState = snapshot(gate);
            settleState = snapshot(settle);
            counts.addAll(take(gate, IntakeGate.LEDGER));
            // What comes after the snapshot is lost with the failure and read again.
            run(steps.subList(middle, steps.size()), gate, settle, new ArrayList<>());
        }
        try (OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> gate =
                        restored(IntakeHarnesses.gate(FEED, 1, 0), gateState, 1, 1);
                KeyedOneInputStreamOperatorTestHarness<String, Reading, Reading> settle =
                        restored(IntakeHarnesses.settle(FEED, 1, 0), settleState, 1, 1)) {
            run(steps.subList(middle, steps.size()), gate, settle, counts);
            gate.prepareSnapshotPreBarrier(2);
            counts.addAll(take(gate, IntakeGate.LEDGER));
        }
        LedgerCount total = total(FEED, counts);
        assertThat(total).isEqualTo(dueOf(steps));
        assertThat(total.received()).isEqualTo(steps.size());
        assertThat(total.balance()).isZero();
    }

    private static void run(
            List<Step> steps,
            OneInputStreamOperatorTestHarness<Arrival<Reading>, Reading> gate,
            OneInputStreamOperatorTestHarness<Reading, Reading> settle,
            List<LedgerCount> counts)
            throws Exception {
        for (Step step : steps) {
            gate.processElement(step.arrival(), step.time());
            for (Reading reading : take(gate)) {
                settle.processElement(reading, reading.eventTime());
            }
        }
        counts.addAll(take(settle, IntakeGate.LEDGER));
    }

    /** The contract, read out: rejected, late, duplicate, accepted, in this order. */
    private static LedgerCount dueOf(List<Step> steps) {
        Map<Integer, Long> highest = new HashMap<>();
        Map<String, Integer> valid = new HashMap<>();
        long accepted = 0;
        long revised = 0;
        long duplicate = 0;
        long late = 0;
        long rejected = 0;
        for (Step step : steps) {
            long oldest = highest.getOrDefault(step.partition(), Long.MIN_VALUE);
            if (step.number() == null) {
                rejected++;
            } else if (oldest != Long.MIN_VALUE && oldest - step.time() > 35 * BusinessTime.DAY) {
                late++;
            } else {
                highest.merge(step.partition(), step.time(), Math::max);
                Integer before = valid.put(step.site() + "@" + step.hour(), step.number());
                duplicate += step.number().equals(before) ? 1 : 0;
                accepted += step.number().equals(before) ? 0 : 1;
                revised += before != null && !step.number().equals(before) ? 1 : 0;
            }
        }
        return new LedgerCount(FEED, 0, steps.size(), accepted, revised, 0, duplicate, late, rejected);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> hours = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(0, 5)),
                Tuple.of(2, Arbitraries.integers().between(835, 846)),
                Tuple.of(1, Arbitraries.integers().between(-2000, 2000)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        hours,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2).injectNull(0.2))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
