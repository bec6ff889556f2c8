package org.tongcheng.region;

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
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.HarnessedJob;

final class RegionLawsTest {

    private static final long START = Inputs.at("2026-03-05T06:00");

    @Property(tries = 50)
    void theOrderOfArrivalDoesNotMatter(@ForAll("inputs") List<Result> inputs, @ForAll Random order) throws Exception {
        Map<String, Result> once = new TreeMap<>();
        inputs.forEach(input -> once.put(input.series() + input.time() + " " + input.revision(), input));
        List<Result> inOrder = new ArrayList<>(once.values());
        List<Result> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, order);

        assertThat(contentOf(shuffled)).isEqualTo(contentOf(inOrder));
    }

    @Property(tries = 50)
    void aRestoreInTheMiddleChangesNothing(
            @ForAll("inputs") List<Result> inputs, @ForAll @IntRange(max = 40) int number) throws Exception {
        int middle = Math.min(number, inputs.size());
        Map<String, OperatorSubtaskState> state;
        List<Result> expected;
        try (HarnessedJob<Result> job = RegionRun.inHarnesses(Map.of())) {
            feed(job, inputs, 0, middle);
            state = job.snapshot();
            job.take();
            expected = finish(job, inputs, middle);
        }
        try (HarnessedJob<Result> job = RegionRun.inHarnesses(state)) {
            assertThat(finish(job, inputs, middle)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(job.remembered()).isEmpty();
        }
    }

    /** The last row of each hour, as if it were the first. */
    private static Map<Long, Result> contentOf(List<Result> inputs) throws Exception {
        Map<Long, Result> rows = new TreeMap<>();
        try (HarnessedJob<Result> job = RegionRun.inHarnesses(Map.of())) {
            for (Result row : finish(job, inputs, 0)) {
                Result before = rows.put(row.time(), row);
                assertThat(row.revision()).isEqualTo(before == null ? 0 : before.revision() + 1);
            }
        }
        rows.replaceAll((time, row) -> row.withRevision(0));
        return rows;
    }

    private static List<Result> finish(HarnessedJob<Result> job, List<Result> inputs, int from) throws Exception {
        feed(job, inputs, from, inputs.size());
        job.watermark(Long.MAX_VALUE);
        return job.take();
    }

    /** The clock goes on between arrivals, so that what is gathered is issued now and then. */
    private static void feed(HarnessedJob<Result> job, List<Result> inputs, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            job.processingTime(i * 300L);
            RegionRun.feed(job, inputs.subList(i, i + 1));
        }
    }

    /** Few cities, hours and revisions, so that later, older and equal revisions meet. */
    @Provide
    Arbitrary<List<Result>> inputs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("510100", "510600"),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 9))
                .as(RegionLawsTest::input)
                .list()
                .ofMaxSize(40);
    }

    private static Result input(int kind, String city, int hour, int revision, int value) {
        String start = Inputs.local(START + hour * BusinessTime.HOUR);
        return switch (kind) {
            case 0 -> Inputs.air(city, start, value * 20, revision);
            case 1 -> Inputs.transit(city, start, value, revision);
            case 2 -> Inputs.journeys(city, "512000", start, value).withRevision(revision);
            case 3 -> Inputs.water(city, hour < 2 ? "2026-03-05T04:00" : "2026-03-05T08:00", value, 1, revision);
            default -> Inputs.river(start);
        };
    }
}
