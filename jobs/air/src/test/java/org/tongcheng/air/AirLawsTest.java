package org.tongcheng.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.HarnessedJob;

class AirLawsTest {

    /** Over the change of month and of standard. */
    private static final long START = AirFixture.at("2026-02-28T22:00");

    private static final int HOURS = 26;
    private static final List<String> STATIONS = List.of("cd-1", "dy-1");

    @Property(tries = 15)
    void theOrderOfArrivalDoesNotMatter(@ForAll("observations") List<AirObservation> observations, @ForAll Random order)
            throws Exception {
        Map<String, AirObservation> once = new TreeMap<>();
        observations.forEach(observation -> once.put(observation.stationId() + observation.observedAt(), observation));
        List<AirObservation> inOrder = new ArrayList<>(once.values());
        List<AirObservation> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, order);

        assertThat(contentOf(shuffled)).isEqualTo(contentOf(inOrder));
    }

    @Property(tries = 15)
    void aRestoreInTheMiddleChangesNothing(
            @ForAll("observations") List<AirObservation> observations, @ForAll @IntRange(max = 67) int number)
            throws Exception {
        int middle = Math.min(number, observations.size());
        Map<String, OperatorSubtaskState> state;
        List<Result> expected;
        try (HarnessedJob<Result> job = AirRun.inHarnesses(Map.of())) {
            feed(job, observations, 0, middle);
            state = job.snapshot();
            job.take();
            expected = finish(job, observations, middle);
        }
        try (HarnessedJob<Result> job = AirRun.inHarnesses(state)) {
            assertThat(finish(job, observations, middle)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(job.remembered()).isEmpty();
        }
    }

    private static Map<String, Result> contentOf(List<AirObservation> observations) throws Exception {
        try (HarnessedJob<Result> job = AirRun.inHarnesses(Map.of())) {
            return new AirRun(finish(job, observations, 0), List.of(), List.of()).content();
        }
    }

    private static List<Result> finish(HarnessedJob<Result> job, List<AirObservation> observations, int from)
            throws Exception {
        feed(job, observations, from, observations.size());
        job.watermark(Long.MAX_VALUE);
        return job.take();
    }

    /** The clock goes on between arrivals, so that what is gathered is issued now and then. */
    private static void feed(HarnessedJob<Result> job, List<AirObservation> observations, int from, int to)
            throws Exception {
        for (int i = from; i < to; i++) {
            job.processingTime(i * 300L);
            AirRun.feed(job, observations.subList(i, i + 1));
        }
    }

    /** Two cities over a whole day and some hours more, in any order, with duplicates, corrections and flat lines. */
    @Provide
    Arbitrary<List<AirObservation>> observations() {
        Arbitrary<String> values = Arbitraries.frequency(
                Tuple.of(8, "5 33 64 0.8 31 32"), Tuple.of(3, "5 33 164 0.8 131 32"), Tuple.of(1, "- - 60 0.8 31 -"));
        Arbitrary<AirObservation> again = Combinators.combine(
                        Arbitraries.of(STATIONS), Arbitraries.integers().between(1, HOURS), values)
                .as(AirLawsTest::observation);
        return Combinators.combine(
                        values.list().ofSize(STATIONS.size() * HOURS),
                        again.list().ofMaxSize(15),
                        Arbitraries.randoms())
                .as((regular, more, order) -> {
                    List<AirObservation> all = new ArrayList<>(more);
                    for (int i = 0; i < regular.size(); i++) {
                        all.add(observation(STATIONS.get(i / HOURS), 1 + i % HOURS, regular.get(i)));
                    }
                    Collections.shuffle(all, order);
                    return all;
                });
    }

    private static AirObservation observation(String station, int hour, String values) {
        return AirFixture.observation(station, START + hour * BusinessTime.HOUR, values);
    }
}
