package org.tongcheng.water;

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
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.HarnessedJob;

final class WaterLawsTest {

    /** Over the midnight at which a section changes its river. */
    private static final long START = WaterFixture.at("2026-03-04T19:00");

    @Property(tries = 50)
    void theOrderOfArrivalDoesNotMatter(
            @ForAll("observations") List<WaterObservation> observations, @ForAll Random order) throws Exception {
        Map<String, WaterObservation> once = new TreeMap<>();
        observations.forEach(observation -> once.put(observation.sectionId() + observation.observedAt(), observation));
        List<WaterObservation> inOrder = new ArrayList<>(once.values());
        List<WaterObservation> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, order);

        assertThat(contentOf(shuffled)).isEqualTo(contentOf(inOrder));
    }

    @Property(tries = 50)
    void aRestoreInTheMiddleChangesNothing(
            @ForAll("observations") List<WaterObservation> observations, @ForAll @IntRange(max = 40) int number)
            throws Exception {
        int middle = Math.min(number, observations.size());
        Map<String, OperatorSubtaskState> state;
        List<Result> expected;
        try (HarnessedJob<Result> job = WaterRun.inHarnesses(Map.of())) {
            feed(job, observations, 0, middle);
            state = job.snapshot();
            job.take();
            expected = finish(job, observations, middle);
        }
        try (HarnessedJob<Result> job = WaterRun.inHarnesses(state)) {
            assertThat(finish(job, observations, middle)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(job.remembered()).isEmpty();
        }
    }

    private static Map<String, Result> contentOf(List<WaterObservation> observations) throws Exception {
        try (HarnessedJob<Result> job = WaterRun.inHarnesses(Map.of())) {
            return new WaterRun(finish(job, observations, 0), List.of(), List.of()).content();
        }
    }

    private static List<Result> finish(HarnessedJob<Result> job, List<WaterObservation> observations, int from)
            throws Exception {
        feed(job, observations, from, observations.size());
        job.watermark(Long.MAX_VALUE);
        return job.take();
    }

    /** The clock goes on between arrivals, so that what is gathered is issued now and then. */
    private static void feed(HarnessedJob<Result> job, List<WaterObservation> observations, int from, int to)
            throws Exception {
        for (int i = from; i < to; i++) {
            job.processingTime(i * 300L);
            WaterRun.feed(job, observations.subList(i, i + 1));
        }
    }

    /** Few sections, hours and values, so that duplicates, corrections and several observations in a slot come about. */
    @Provide
    Arbitrary<List<WaterObservation>> observations() {
        return Combinators.combine(
                        Arbitraries.of("dy-1", "cd-1", "cd-3"),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of("2", "5", "16"))
                .as((section, hour, codmn) ->
                        WaterFixture.observation(section, WaterFixture.local(START + hour * BusinessTime.HOUR), codmn))
                .list()
                .ofMaxSize(40);
    }
}
