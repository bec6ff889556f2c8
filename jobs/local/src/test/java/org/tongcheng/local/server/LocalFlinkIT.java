package org.tongcheng.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFlinkIT {

    @Test
    void runsAJobAndShowsItInTheWebUi(@TempDir Path folder) throws Exception {
        try (LocalFlink flink = LocalFlink.start(folder, 1)) {
            RunningJob job = flink.submit(counting(flink, 1000), "counting");
            job.await();

            assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
            assertThat(get(flink, "/jobs/" + job.id())).contains("\"name\":\"counting\"");
            assertThat(get(flink, "/")).containsIgnoringCase("<html");
        }
    }

    @Test
    void drainsAJobThatWouldNotEnd(@TempDir Path folder) throws Exception {
        try (LocalFlink flink = LocalFlink.start(folder, 1)) {
            RunningJob job = flink.submit(counting(flink, Long.MAX_VALUE), "endless");
            job.drain(folder.resolve("savepoints"));

            assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
        }
    }

    @Test
    void drainsAJobOfWhichOneSourceHasEnded(@TempDir Path folder) throws Exception {
        try (LocalFlink flink = LocalFlink.start(folder, 2)) {
            StreamExecutionEnvironment environment = flink.environment(2);
            environment
                    .fromSequence(0, 10)
                    .uid("few")
                    .union(environment.fromSequence(0, Long.MAX_VALUE).uid("many"))
                    .keyBy(number -> number % 2)
                    .map(number -> number)
                    .returns(Long.class)
                    .uid("same");
            RunningJob job = flink.submit(environment, "uneven");
            assertThat(Waiting.until(Duration.ofMinutes(1), () -> get(flink, "/jobs/" + job.id())
                            .contains("\"status\":\"FINISHED\"")))
                    .isTrue();
            job.drain(folder.resolve("savepoints"));

            assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
        }
    }

    @Test
    void namesTheCauseWhenAJobFails(@TempDir Path folder) throws Exception {
        try (LocalFlink flink = LocalFlink.start(folder, 1)) {
            StreamExecutionEnvironment environment = flink.environment(1);
            // As often as any job here is started again, but at once.
            Configuration atOnce = new Configuration();
            atOnce.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
            environment.configure(atOnce);
            environment
                    .fromSequence(0, 10)
                    .uid("numbers")
                    .map(number -> 1 / number)
                    .returns(Long.class)
                    .uid("divide");
            RunningJob job = flink.submit(environment, "dividing");

            assertThatThrownBy(job::await)
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("dividing")
                    .hasMessageContaining("/ by zero");
        }
    }

    private static StreamExecutionEnvironment counting(LocalFlink flink, long last) {
        StreamExecutionEnvironment environment = flink.environment(1);
        environment
                .fromSequence(0, last)
                .uid("numbers")
                .map(number -> number)
                .returns(Long.class)
                .uid("same");
        return environment;
    }

    private static String get(LocalFlink flink, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(flink.webUi().resolve(path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
