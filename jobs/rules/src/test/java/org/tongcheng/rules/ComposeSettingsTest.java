package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongcheng.rules.Deployment.map;
import static org.tongcheng.rules.Deployment.strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongcheng.local.cli.Tongcheng;
import org.tongcheng.plumbing.job.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Every setting in the compose stack is one that the code reads, with a value that it takes. */
class ComposeSettingsTest {

    private static final Map<String, Object> SERVICES =
            map(Deployment.yaml("compose.yaml").get("services"));
    private static final Map<String, String> EXAMPLE = Deployment.environment(".env.example");

    /** Flink's own scripts read these. */
    private static final Set<String> OF_FLINK = Set.of("FLINK_LOG_DIR");

    private static List<List<String>> jobs() {
        return Deployment.text("flink/jobs.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" ")))
                .toList();
    }

    private static Map<String, String> environment(String service) {
        return Deployment.substituted(map(map(SERVICES.get(service)).get("environment")), EXAMPLE);
    }

    @Test
    void runsTheSixJobsByTheClassesThatTheyAre() {
        assertThat(jobs())
                .extracting(job -> job.get(0))
                .containsExactlyInAnyOrderElementsOf(JobSettingsRead.JOBS.keySet());
        assertThat(jobs()).allSatisfy(job -> assertThat(Class.forName(job.get(1))
                        .getMethod("main", String[].class)
                        .getDeclaringClass()
                        .getPackageName())
                .isEqualTo("org.tongcheng." + job.get(0)));
        assertThat(Deployment.text("Dockerfile"))
                .contains("for job in transit air water region alerts delivery archive; do");
    }

    @Test
    void givesEachJobSettingsThatItTakes() {
        for (List<String> job : jobs()) {
            List<String> arguments = new ArrayList<>(List.of("--checkpoint-directory", "file:///state/checkpoints"));
            arguments.addAll(job.subList(2, job.size()));

            assertThat(JobSettingsRead.read(job.get(0), arguments, environment("jobs"))
                            .toString())
                    .contains("bootstrapServers=kafka:9092", "parallelism=2", "file:///state/checkpoints")
                    .contains("url=http://influxdb:8086")
                    .doesNotContain("change-me");
        }
        assertThat(JobSettingsRead.read("alerts", jobs().get(4).subList(2, 4), Map.of())
                        .toString())
                .contains("changelog=true");
        assertThat(JobSettingsRead.read("delivery", List.of(), environment("jobs"))
                        .toString())
                .contains("http://alertmanager:9093");
        assertThat(Deployment.text("flink/keep-jobs.sh")).contains("--checkpoint-directory \"file://$state/$name\"");
    }

    @Test
    void setsNoVariableThatNoJobReads() {
        Set<String> names = new TreeSet<>(environment("jobs").keySet());
        names.removeAll(OF_FLINK);

        assertThat(JobSettingsRead.variables()).containsAll(names).doesNotContain("TONGCHENG_PARALELISM");
        assertThat(JobSettingsRead.variables("transit"))
                .contains("INFLUX_TOKEN", "KAFKA_SECURITY_PROTOCOL", "TONGCHENG_OUT_OF_ORDERNESS");
    }

    @Test
    void wouldSeeASettingThatTheJobDoesNotKnowOrTake() {
        assertThatThrownBy(() -> JobSettingsRead.read("transit", List.of("--settling", "1s"), Map.of()))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> JobSettingsRead.read("transit", List.of(), Map.of("TONGCHENG_PARALLELISM", "two")))
                .isInstanceOf(SettingsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics", "generator"})
    void callsCommandsThatThereAre(String service) {
        String[] command = strings(map(SERVICES.get(service)).get("command")).stream()
                .map(word -> Deployment.substituted(word, EXAMPLE))
                .toArray(String[]::new);

        CommandLine.ParseResult parsed = new CommandLine(new Tongcheng()).parseArgs(command);
        assertThat(parsed.subcommand().matchedOptions()).hasSize((command.length - 1) / 2);
        assertThat(JobSettingsRead.variables("transit"))
                .containsAll(environment(service).keySet());

        String[] misspelt = Arrays.copyOf(command, command.length);
        misspelt[1] += "s";
        assertThatThrownBy(() -> new CommandLine(new Tongcheng()).parseArgs(misspelt))
                .isInstanceOf(ParameterException.class);
    }

    @Test
    void configuresFlinkByKeysThatItHas() {
        assertThat(Deployment.yaml("flink/config.yaml").keySet()).allMatch(FlinkOptions::knows);
        assertThat(FlinkOptions.knows("state.checkpoints.dir"))
                .as("a former spelling")
                .isFalse();
        assertThat(found("compose.yaml", "-D([a-z.-]+)="))
                .containsOnly("taskmanager.resource-id")
                .allMatch(FlinkOptions::knows);
        assertThat(found("flink/start.sh", "(metrics\\.[a-z.]+):")).isNotEmpty().allMatch(FlinkOptions::knows);
    }

    @Test
    void hasSlotsForAllJobsAndMemoryWithinTheLimits() {
        Map<String, Object> flink = Deployment.yaml("flink/config.yaml");
        int slots = 2 * (Integer) flink.get("taskmanager.numberOfTaskSlots");

        assertThat(slots)
                .isGreaterThanOrEqualTo(jobs().size() * Integer.parseInt(EXAMPLE.get("TONGCHENG_PARALLELISM")));
        assertThat(mebibytes(flink.get("taskmanager.memory.process.size"))).isLessThan(limit("task-manager-1"));
        assertThat(mebibytes(flink.get("jobmanager.memory.process.size"))).isLessThan(limit("job-manager"));
    }

    private static int limit(String service) {
        return mebibytes(Deployment.at(map(SERVICES.get(service)), "deploy", "resources", "limits", "memory"));
    }

    private static int mebibytes(Object size) {
        return Integer.parseInt(String.valueOf(size).replace("m", ""));
    }

    private static List<String> found(String file, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(Deployment.text(file));
        return matcher.results().map(result -> result.group(1)).toList();
    }
}
