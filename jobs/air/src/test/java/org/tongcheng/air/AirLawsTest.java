package org.tongcheng.air;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.domain.feed.AirObservation;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.JobLaws;
import org.tongcheng.testkit.ShanghaiTime;

@PropertyDefaults(tries = 15)
class AirLawsTest extends JobLaws<AirObservation> {

    /** Over the change of month and of standard. */
    private static final long START = ShanghaiTime.at("2026-02-28T22:00");

    private static final int HOURS = 26;
    private static final List<String> STATIONS = List.of("cd-1", "dy-1");

    /** Two cities over a whole day and some hours more, in any order, with duplicates, corrections and flat lines. */
    @Provide
    @Override
    protected Arbitrary<List<AirObservation>> arrivals() {
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

    @Override
    protected String identity(AirObservation observation) {
        return observation.stationId() + observation.observedAt();
    }

    @Override
    protected HarnessedJob<Result> open(Map<String, OperatorSubtaskState> restored) throws Exception {
        return AirRun.inHarnesses(restored);
    }

    @Override
    protected void feed(HarnessedJob<Result> job, AirObservation observation) throws Exception {
        AirRun.feed(job, List.of(observation));
    }

    private static AirObservation observation(String station, int hour, String values) {
        return AirFixture.observation(station, START + hour * BusinessTime.HOUR, values);
    }
}
