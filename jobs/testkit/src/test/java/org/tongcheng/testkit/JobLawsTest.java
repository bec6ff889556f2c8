package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.domain.result.Result;

/** The laws hold for a job that counts, and find one out that does not keep them. */
@PropertyDefaults(tries = 20)
class JobLawsTest extends JobLaws<String> {

    @Provide
    @Override
    protected Arbitrary<List<String>> arrivals() {
        return Arbitraries.of("a", "b", "c").list().ofMaxSize(12);
    }

    @Override
    protected String identity(String city) {
        return city;
    }

    @Override
    protected HarnessedJob<Result> open(Map<String, OperatorSubtaskState> restored) throws Exception {
        return Counting.inHarnesses(restored);
    }

    @Override
    protected void feed(HarnessedJob<Result> job, String city) throws Exception {
        job.feed(Counting.COUNT, city, 0);
    }

    @Example
    void aJobThatForgetsItsStateIsFoundOut() {
        JobLaws<String> forgetting = new JobLawsTest() {
            @Override
            protected HarnessedJob<Result> open(Map<String, OperatorSubtaskState> restored) throws Exception {
                return Counting.inHarnesses(Map.of());
            }
        };

        assertThatThrownBy(() -> forgetting.aRestoreInTheMiddleChangesNothing(List.of("a", "a"), 50))
                .isInstanceOf(AssertionError.class);
    }

    @Example
    void aJobThatCountsOnlyTheFirstIsFoundOut() {
        JobLaws<String> dependent = new JobLawsTest() {
            @Override
            protected void feed(HarnessedJob<Result> job, String city) throws Exception {
                if (job.remembered().isEmpty()) {
                    super.feed(job, city);
                }
            }
        };

        assertThatThrownBy(() -> dependent.theOrderOfArrivalDoesNotMatter(List.of("a", "b", "c"), new Random(1)))
                .isInstanceOf(AssertionError.class);
    }
}
