package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.domain.result.Result;

/**
 * What holds for every job, whatever comes. The test of a job extends it and says what may come; how often the laws are
 * tried is for its {@code @PropertyDefaults} to say, since jobs differ in how long a try takes.
 *
 * @param <T> what the job reads
 */
public abstract class JobLaws<T> {

    /** What may come, in the order of its arrival, with duplicates and corrections. */
    @Provide
    protected abstract Arbitrary<List<T>> arrivals();

    /** Of those that have the same identity the order does matter. */
    protected abstract String identity(T arrival);

    /** The whole job, as {@link HarnessedJob} takes it. */
    protected abstract HarnessedJob<Result> open(Map<String, OperatorSubtaskState> restored) throws Exception;

    /** Lets the job's first operator have what has come. */
    protected abstract void feed(HarnessedJob<Result> job, T arrival) throws Exception;

    @Property
    protected void theOrderOfArrivalDoesNotMatter(@ForAll("arrivals") List<T> arrivals, @ForAll Random order)
            throws Exception {
        Map<String, T> once = new TreeMap<>();
        arrivals.forEach(arrival -> once.put(identity(arrival), arrival));
        List<T> inOrder = new ArrayList<>(once.values());
        List<T> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, order);

        assertThat(contentOf(shuffled)).isEqualTo(contentOf(inOrder));
    }

    @Property
    protected void aRestoreInTheMiddleChangesNothing(
            @ForAll("arrivals") List<T> arrivals, @ForAll @IntRange(max = 100) int percent) throws Exception {
        int middle = arrivals.size() * percent / 100;
        Map<String, OperatorSubtaskState> state;
        List<Result> expected;
        try (HarnessedJob<Result> job = open(Map.of())) {
            feed(job, arrivals, 0, middle);
            state = job.snapshot();
            job.take();
            expected = finish(job, arrivals, middle);
        }
        try (HarnessedJob<Result> job = open(state)) {
            assertThat(finish(job, arrivals, middle)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(job.remembered()).isEmpty();
        }
    }

    private Map<String, Result> contentOf(List<T> arrivals) throws Exception {
        try (HarnessedJob<Result> job = open(Map.of())) {
            return new JobRun(finish(job, arrivals, 0)).content();
        }
    }

    private List<Result> finish(HarnessedJob<Result> job, List<T> arrivals, int from) throws Exception {
        feed(job, arrivals, from, arrivals.size());
        job.finish();
        return job.take();
    }

    /** The clock goes on between arrivals, so that what is gathered is issued now and then. */
    private void feed(HarnessedJob<Result> job, List<T> arrivals, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            job.processingTime(i * 300L);
            feed(job, arrivals.get(i));
        }
    }
}
