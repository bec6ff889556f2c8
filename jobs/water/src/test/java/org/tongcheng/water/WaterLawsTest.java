package org.tongcheng.water;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.domain.feed.WaterObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.JobLaws;
import org.tongcheng.testkit.ShanghaiTime;

@PropertyDefaults(tries = 50)
final class WaterLawsTest extends JobLaws<WaterObservation> {

    /** Over the midnight at which a section changes its river. */
    private static final long START = ShanghaiTime.at("2026-03-04T19:00");

    /** Few sections, hours and values, so that duplicates, corrections and several observations in a slot come about. */
    @Provide
    @Override
    protected Arbitrary<List<WaterObservation>> arrivals() {
        return Combinators.combine(
                        Arbitraries.of("dy-1", "cd-1", "cd-3"),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of("2", "5", "16"))
                .as((section, hour, codmn) ->
                        WaterFixture.observation(section, ShanghaiTime.local(START + hour * BusinessTime.HOUR), codmn))
                .list()
                .ofMaxSize(40);
    }

    @Override
    protected String identity(WaterObservation observation) {
        return observation.sectionId() + observation.observedAt();
    }

    @Override
    protected HarnessedJob<Result> open(Map<String, OperatorSubtaskState> restored) throws Exception {
        return WaterRun.inHarnesses(restored);
    }

    @Override
    protected void feed(HarnessedJob<Result> job, WaterObservation observation) throws Exception {
        WaterRun.feed(job, List.of(observation));
    }
}
