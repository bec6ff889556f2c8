package org.tongcheng.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongcheng.plumbing.job.JobSettings;
import org.tongcheng.transit.TransitConfig;

class JobArgumentsTest {

    @Test
    void takesTheAccessToInfluxFromTheEnvironmentAndNothingElse() {
        JobSettings settings = JobArguments.of(
                        "localhost:1",
                        "http://localhost:2",
                        Map.of(
                                "INFLUX_TOKEN",
                                "secret",
                                "KAFKA_SECURITY_PROTOCOL",
                                "SSL",
                                "TONGCHENG_REGION",
                                "nowhere"))
                .read(TransitConfig::from)
                .job();

        assertThat(settings.kafka().bootstrapServers()).isEqualTo("localhost:1");
        assertThat(settings.kafka().properties()).isEmpty();
        assertThat(settings.region()).isEqualTo("chengdu");
        assertThat(settings.influx()).isNotNull();
        assertThat(settings.influx().token()).isEqualTo("secret");
    }
}
