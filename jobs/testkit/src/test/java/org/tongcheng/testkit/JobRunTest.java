package org.tongcheng.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.feed.LateRecord;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;

class JobRunTest {

    @Test
    void keepsTheLastRevisionOfAPoint() {
        JobRun run = new JobRun(List.of(city(50, 0), city(60, 1)));

        assertThat(run.point("air_city_1h,city_code=510100 2026-03-05T08:00")).isEqualTo(city(60, 1));
        assertThat(run.content().values()).containsExactly(city(60, 0));
    }

    @Test
    void refusesRevisionsThatDoNotComeOneAfterTheOther() {
        assertThatThrownBy(() -> new JobRun(List.of(city(50, 0), city(60, 2))).points())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("revision 1 was due");
    }

    @Test
    void sumsTheLedgerOverItsMinutes() {
        JobRun run = new JobRun(List.of(minute("2026-03-05T08:00"), minute("2026-03-05T08:01"), city(50, 0)));

        assertThat(run.ledger("received")).isEqualTo(20);
        assertThat(run.accountedFor()).isEqualTo(20);
    }

    @Test
    void takesWhatAnEnvironmentGives() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        LateRecord late = new LateRecord("air.observations", 0, 1, "{}", "utf-8", "air.observations", 0, 0, 0);
        var results = environment.fromData(TypeInformation.of(Result.class), city(50, 0));

        JobRun run = JobRun.of(
                environment,
                results,
                results.flatMap((result, out) -> {}, TypeInformation.of(DeadLetter.class)),
                environment.fromData(TypeInformation.of(LateRecord.class), late));

        assertThat(run).isEqualTo(new JobRun(List.of(city(50, 0)), List.of(), List.of(late)));
    }

    private static Result city(int aqi, int revision) {
        return Measurement.AIR_CITY_1H
                .at(ShanghaiTime.at("2026-03-05T08:00"))
                .tag("city_code", "510100")
                .integer("aqi", aqi)
                .build(revision);
    }

    private static Result minute(String local) {
        return Measurement.FEED_LEDGER_1M
                .at(ShanghaiTime.at(local))
                .tag("feed", "air.observations")
                .integer("received", 10)
                .integer("accepted", 4)
                .integer("revised", 2)
                .integer("duplicate", 3)
                .integer("late", 2)
                .integer("rejected", 1)
                .build(0);
    }
}
