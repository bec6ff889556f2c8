package org.tongcheng.region;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.testkit.HarnessedJob;
import org.tongcheng.testkit.JobLaws;
import org.tongcheng.testkit.ShanghaiTime;

@PropertyDefaults(tries = 50)
final class RegionLawsTest extends JobLaws<Result> {

    private static final long START = ShanghaiTime.at("2026-03-05T06:00");

    /** Few cities, hours and revisions, so that later, older and equal revisions meet. */
    @Provide
    @Override
    protected Arbitrary<List<Result>> arrivals() {
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

    @Override
    protected String identity(Result input) {
        return input.series() + input.time() + " " + input.revision();
    }

    @Override
    protected HarnessedJob<Result> open(Map<String, OperatorSubtaskState> restored) throws Exception {
        return RegionRun.inHarnesses(restored);
    }

    @Override
    protected void feed(HarnessedJob<Result> job, Result input) throws Exception {
        RegionRun.feed(job, List.of(input));
    }

    private static Result input(int kind, String city, int hour, int revision, int value) {
        String start = ShanghaiTime.local(START + hour * BusinessTime.HOUR);
        return switch (kind) {
            case 0 -> Inputs.air(city, start, value * 20, revision);
            case 1 -> Inputs.transit(city, start, value, revision);
            case 2 -> Inputs.journeys(city, "512000", start, value).withRevision(revision);
            case 3 -> Inputs.water(city, hour < 2 ? "2026-03-05T04:00" : "2026-03-05T08:00", value, 1, revision);
            default -> Inputs.river(start);
        };
    }
}
