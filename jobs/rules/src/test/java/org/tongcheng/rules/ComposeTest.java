package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.rules.Deployment.map;
import static org.tongcheng.rules.Deployment.strings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compose stack: its form, its rights, and that a stack which breaks a rule is caught. */
class ComposeTest {

    private static final Map<String, Object> COMPOSE = Deployment.yaml("compose.yaml");
    private static final Map<String, String> EXAMPLE = Deployment.environment(".env.example");

    @Test
    void hasTheFormOfAComposeFile() {
        assertThat(DeploymentSchema.problems("compose", COMPOSE)).isEmpty();
    }

    @Test
    void keepsEveryRule() {
        assertThat(ComposeRules.problems(COMPOSE)).isEmpty();
    }

    @Test
    void runsAllThatTheSystemIsMadeOf() {
        assertThat(map(COMPOSE.get("services")))
                .containsOnlyKeys(
                        "secrets",
                        "kafka",
                        "topics",
                        "influxdb",
                        "alertmanager",
                        "job-manager",
                        "task-manager-1",
                        "task-manager-2",
                        "jobs",
                        "grafana",
                        "generator",
                        "mailpit");
        assertThat(service("generator")).containsEntry("profiles", List.of("generator"));
        assertThat(service("mailpit")).containsEntry("profiles", List.of("mail"));
        assertThat(map(service("grafana").get("environment"))).containsEntry("GF_AUTH_ANONYMOUS_ENABLED", "false");
    }

    /** What is broken in a copy of the stack, and what is told of it. */
    record Spoilt(String told, String service, Consumer<Map<String, Object>> how) {

        @Override
        public String toString() {
            return service + ": " + told;
        }
    }

    static List<Spoilt> spoilt() {
        return List.of(
                new Spoilt("not pinned", "grafana", service -> service.put("image", "grafana/grafana:latest")),
                new Spoilt("not pinned", "grafana", service -> service.put("image", "grafana/grafana")),
                new Spoilt("listens elsewhere", "grafana", service -> service.put("ports", List.of("3000:3000"))),
                new Spoilt(
                        "listens elsewhere", "grafana", service -> service.put("ports", List.of("0.0.0.0:3000:3000"))),
                new Spoilt("no health check", "kafka", service -> service.remove("healthcheck")),
                new Spoilt("runs as root", "influxdb", service -> service.put("user", "0:0")),
                new Spoilt("runs as", "influxdb", service -> service.remove("user")),
                new Spoilt("keeps capabilities", "jobs", service -> service.remove("cap_drop")),
                new Spoilt("may gain privileges", "jobs", service -> service.remove("security_opt")),
                new Spoilt("can be written", "jobs", service -> service.put("read_only", false)),
                new Spoilt("not the stack's", "jobs", service -> service.put("network_mode", "host")),
                new Spoilt("no limit of memory", "jobs", service -> map(Deployment.at(
                                service, "deploy", "resources", "limits"))
                        .remove("memory")),
                new Spoilt("which is not there", "topics", service -> dependOn(service, "zookeeper", "healthy")),
                new Spoilt("which has none", "topics", service -> dependOn(service, "kafka", "completed_successfully")),
                new Spoilt("until kafka is healthy", "topics", service -> dependOn(service, "kafka", "started")),
                new Spoilt("starts before secrets", "mailpit", service -> service.remove("depends_on")),
                new Spoilt("is not there", "grafana", service -> service.put("volumes", List.of("./nothing:/a:ro"))),
                new Spoilt("may write to", "grafana", service -> service.put("volumes", List.of("./compose.yaml:/a"))),
                new Spoilt("is not declared", "grafana", service -> service.put("volumes", List.of("nowhere:/a"))));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void tellsOfWhatBreaksARule(Spoilt spoilt) {
        Map<String, Object> copy = Deployment.copy(COMPOSE);
        spoilt.how().accept(map(Deployment.at(copy, "services", spoilt.service())));

        assertThat(ComposeRules.problems(copy))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith(spoilt.service() + ": ").contains(spoilt.told()));
    }

    @Test
    void tellsOfAKeyThatComposeDoesNotKnowAndOfAVolumeThatNobodyUses() {
        Map<String, Object> copy = Deployment.copy(COMPOSE);
        map(Deployment.at(copy, "services", "kafka")).put("helthcheck", Map.of());
        assertThat(DeploymentSchema.problems("compose", copy)).anyMatch(problem -> problem.contains("helthcheck"));

        map(copy.get("volumes")).put("spare", Map.of());
        assertThat(ComposeRules.problems(copy)).contains("volume spare: nobody uses it");
    }

    @Test
    void usesEveryVariableOfTheExampleAndNoOther() {
        assertThat(ComposeRules.variables(COMPOSE)).containsExactlyInAnyOrderElementsOf(EXAMPLE.keySet());
    }

    @Test
    void checksEverySecretAndGivesNoneADefault() {
        Set<String> secrets = new TreeSet<>(EXAMPLE.keySet());
        secrets.removeIf(name -> !"change-me".equals(EXAMPLE.get(name)));
        List<String> checked = strings(service("secrets").get("command"));

        assertThat(checked.subList(2, checked.size())).containsExactlyInAnyOrderElementsOf(secrets);
        assertThat(map(service("secrets").get("environment"))).containsOnlyKeys(secrets);
        Matcher variable = Deployment.VARIABLE.matcher(Deployment.text("compose.yaml"));
        while (variable.find()) {
            if (secrets.contains(variable.group(1))) {
                assertThat(variable.group(2)).as(variable.group()).isEqualTo(":?");
            }
        }
    }

    @Test
    void givesAlertmanagerWhatItsConfigurationNeeds() {
        Set<String> needed =
                new TreeSet<>(Deployment.environment("alertmanager/example.env").keySet());

        assertThat(map(service("alertmanager").get("environment"))).containsOnlyKeys(needed);
        assertThat(EXAMPLE.keySet()).containsAll(needed);
    }

    @Test
    void buildsFromPinnedImagesAndEndsWithoutRoot() {
        List<String> bases = found("(?m)^FROM (\\S+)");
        assertThat(bases)
                .hasSize(3)
                .allMatch(base -> ComposeRules.PINNED.matcher(base).matches());
        assertThat(found("(?m)^USER (\\S+)"))
                .endsWith("9999:9999")
                .filteredOn("root"::equals)
                .hasSize(1);
        assertThat(found("(?m)^COPY (docker/.*) \\S+$").stream().flatMap(files -> List.of(files.split(" ")).stream()))
                .isNotEmpty()
                .allMatch(file ->
                        Deployment.DOCKER.resolve("..").resolve(file).toFile().isFile());
    }

    private static List<String> found(String pattern) {
        List<String> found = new ArrayList<>();
        Matcher line = Pattern.compile(pattern).matcher(Deployment.text("Dockerfile"));
        while (line.find()) {
            found.add(line.group(1));
        }
        return found;
    }

    private static Map<String, Object> service(String name) {
        return map(Deployment.at(COMPOSE, "services", name));
    }

    private static void dependOn(Map<String, Object> service, String other, String condition) {
        Map<String, Object> depends = new LinkedHashMap<>();
        depends.put(other, Map.of("condition", "service_" + condition));
        service.put("depends_on", depends);
    }
}
