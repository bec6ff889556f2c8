package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcheng.domain.feed.DeadLetter;
import org.tongcheng.domain.result.Measurement;
import org.tongcheng.domain.result.Result;
import org.tongcheng.domain.time.BusinessTime;
import org.tongcheng.plumbing.influx.InfluxSink;
import org.tongcheng.plumbing.influx.RefusedPoints;
import org.tongcheng.plumbing.job.InfluxSettings;
import org.tongcheng.plumbing.job.StrictEnvironment;
import org.tongcheng.plumbing.serial.ResultSerializer;

/**
 * Revisions that take the place of points which are deleted first, in databases that are new. InfluxDB 1.x loses series
 * when two clients do that to one measurement at a time.
 */
class InfluxRevisionsIT {

    private static final int PARALLELISM = 2;
    private static final int CITIES = 8;
    private static final int HOURS = 6;
    private static final int REVISIONS = 3;
    private static final Duration BETWEEN = Duration.ofMillis(700);

    @Test
    void noPointIsLost(@TempDir Path folder) throws Exception {
        try (LocalInflux influx = LocalInflux.start(
                        System.getenv(), Files.createDirectories(folder.resolve("influxdb")), said -> {});
                LocalFlink flink = LocalFlink.start(folder.resolve("flink"), PARALLELISM)) {
            InfluxQuery query = new InfluxQuery(influx.url(), Map.of());
            for (int i = 0; i < 5; i++) {
                String database = "revisions" + i;
                query.run("CREATE DATABASE " + database);
                StreamExecutionEnvironment environment = StrictEnvironment.strict(flink.environment(PARALLELISM));
                InfluxSink.write(
                        revisions(environment),
                        new InfluxSettings(influx.url().toString(), "-", database, null, null, null),
                        "air.results",
                        InfluxRevisionsIT::refused);

                flink.submit(environment, database).await();

                assertThat(query.rows(database, "SELECT count(revision) AS n FROM air_city_1h GROUP BY city_code"))
                        .hasSize(CITIES)
                        .allSatisfy(city -> assertThat(city).containsEntry("n", String.valueOf(HOURS)));
                assertThat(query.rows(database, "SELECT min(revision) AS least FROM air_city_1h"))
                        .singleElement()
                        .satisfies(least -> assertThat(least).containsEntry("least", String.valueOf(REVISIONS)));
            }
        }
    }

    /** All points again and again, none with all its fields; slowly, so that each time comes in a request of its own. */
    private static DataStream<Result> revisions(StreamExecutionEnvironment environment) {
        return environment
                .fromSequence(1, REVISIONS)
                .uid("numbers")
                .setParallelism(1)
                .flatMap(InfluxRevisionsIT::tell, ResultSerializer.RESULT)
                .uid("revisions")
                .setParallelism(1)
                .keyBy(Result::series);
    }

    private static void tell(long revision, Collector<Result> out) throws InterruptedException {
        for (int hour = 0; hour < HOURS; hour++) {
            for (int city = 0; city < CITIES; city++) {
                out.collect(Measurement.AIR_CITY_1H
                        .at(hour * BusinessTime.HOUR)
                        .tag("city_code", "c" + city)
                        .integer("stations_expected", 4L)
                        .build((int) revision));
            }
        }
        Waiting.pause(BETWEEN);
    }

    private static RefusedPoints.Desk refused() {
        return new RefusedPoints.Desk() {
            @Override
            public void take(DeadLetter letter) {
                throw new IllegalStateException("refused: " + letter.detail());
            }

            @Override
            public void close() {}
        };
    }
}
