package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongcheng.rules.Deployment.at;
import static org.tongcheng.rules.Deployment.map;
import static org.tongcheng.rules.Deployment.maps;
import static org.tongcheng.rules.Deployment.strings;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jobs on Kubernetes: form, settings, references, and that one which breaks a rule is caught. */
class KubernetesTest {

    private static final Map<String, Map<String, Object>> JOBS = KubernetesFiles.jobs();
    private static final Map<String, Object> ADDRESSES =
            map(KubernetesFiles.ofKind("ConfigMap").get(0).get("data"));

    @Test
    void listsExactlyTheFilesThatThereAre() {
        Map<String, Object> kustomization = KubernetesFiles.kustomization();
        List<String> listed = new ArrayList<>(strings(kustomization.get("resources")));
        maps(kustomization.get("patches")).forEach(patch -> listed.add(String.valueOf(patch.get("path"))));
        listed.add(KubernetesFiles.KUSTOMIZATION);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(KubernetesFiles.files());
        assertThat(strings(Deployment.yaml("kubernetes/overlays/example/kustomization.yaml")
                        .get("resources")))
                .containsExactly("../../base");
    }

    @Test
    void hasTheFormOfEachKind() {
        assertThat(DeploymentSchema.problems("Kustomization", KubernetesFiles.kustomization()))
                .isEmpty();
        List<Map<String, Object>> resources = new ArrayList<>(KubernetesFiles.resources());
        resources.removeIf(resource -> "FlinkDeployment".equals(resource.get("kind")));
        resources.addAll(JOBS.values());

        assertThat(resources).hasSize(16).allSatisfy(resource -> assertThat(
                        DeploymentSchema.problems(String.valueOf(resource.get("kind")), resource))
                .isEmpty());
    }

    @Test
    void runsTheSixJobsAndEachKeepsEveryRule() {
        assertThat(JOBS).containsOnlyKeys(JobSettingsRead.JOBS.keySet());
        assertThat(JOBS).allSatisfy((name, job) -> assertThat(KubernetesRules.problems(name, job, ADDRESSES))
                .isEmpty());
    }

    @Test
    void runsTheImageThatComposeBuilds() {
        Object built = at(Deployment.yaml("compose.yaml"), "services", "job-manager", "image");

        assertThat(JOBS.values())
                .allSatisfy(job -> assertThat(at(job, "spec", "image")).isEqualTo(built));
    }

    @Test
    void namesServicesAndAccountsThatThereAre() {
        Set<String> services = new TreeSet<>();
        KubernetesFiles.ofKind("Service").forEach(service -> services.add(KubernetesFiles.name(service)));
        Set<String> hosts = new TreeSet<>();
        hosts.add(URI.create("kafka://" + ADDRESSES.get("KAFKA_BOOTSTRAP_SERVERS"))
                .getHost());
        hosts.add(URI.create(String.valueOf(ADDRESSES.get("INFLUX_URL"))).getHost());
        hosts.add(URI.create(String.valueOf(ADDRESSES.get("ALERTMANAGER_URL"))).getHost());
        JOBS.values()
                .forEach(job -> hosts.add(
                        String.valueOf(at(job, "spec", "flinkConfiguration", "metrics.reporter.influx.host"))));

        assertThat(services).containsAll(hosts).contains("grafana");
        assertThat(JOBS.values()).allSatisfy(job -> {
            assertThat(at(job, "spec", "serviceAccount"))
                    .isEqualTo(KubernetesFiles.name(
                            KubernetesFiles.ofKind("ServiceAccount").get(0)));
            Map<String, Object> container = maps(at(job, "spec", "podTemplate", "spec", "containers"))
                    .findFirst()
                    .orElseThrow();
            assertThat(maps(container.get("envFrom")))
                    .containsExactly(Map.of("configMapRef", Map.of("name", "addresses")));
        });
        assertThat(JobSettingsRead.variables()).containsAll(ADDRESSES.keySet());
    }

    @Test
    void sharesNoFolderAndHoldsNoSecret() {
        Set<Object> folders = new HashSet<>();
        JOBS.values().forEach(job -> map(at(job, "spec", "flinkConfiguration")).forEach((key, value) -> {
            if (String.valueOf(value).startsWith("s3://")) {
                assertThat(folders.add(value)).as("%s", value).isTrue();
            }
        }));
        assertThat(folders).hasSize(22);
        assertThat(KubernetesFiles.ofKind("Secret")).isEmpty();
    }

    /** What is broken in a copy of the alerts job, and what is told of it. */
    record Spoilt(String told, Consumer<Map<String, Object>> how) {

        @Override
        public String toString() {
            return told;
        }
    }

    static List<Spoilt> spoilt() {
        return List.of(
                configured(
                        "nobody reads state.checkpoints.dir", "state.checkpoints.dir", "s3://tongcheng-flink/alerts/a"),
                configured("nobody reads job.autoscaler.enable", "job.autoscaler.enable", "true"),
                configured("is not kubernetes", "high-availability.type", "zookeeper"),
                configured("is not rocksdb", "state.backend.type", "hashmap"),
                configured("folder on S3", "execution.checkpointing.dir", "s3://tongcheng-flink/air/checkpoints"),
                new Spoilt("its log of changes has no place", spec -> map(spec.get("flinkConfiguration"))
                        .remove("state.changelog.dstl.dfs.base-path")),
                new Spoilt("there is no class", spec -> job(spec).put("entryClass", "org.tongcheng.alerts.AlertJob")),
                new Spoilt(
                        "its jar is another's", spec -> job(spec).put("jarURI", "local:///opt/tongcheng/jobs/air.jar")),
                new Spoilt("--index-weights is no setting", spec -> job(spec)
                        .put("args", List.of("--index-weights", "pm2_5=2"))),
                new Spoilt(
                        "must be a duration", spec -> job(spec).put("args", List.of("--checkpoint-interval", "soon"))),
                new Spoilt("not pinned", spec -> spec.put("image", "tongcheng/flink")),
                new Spoilt("may run as root", spec -> map(at(spec, "podTemplate", "spec"))
                        .remove("securityContext")),
                new Spoilt("not in a secret", spec -> container(spec)
                        .put("env", List.of(Map.of("name", "INFLUX_TOKEN", "value", "open")))),
                new Spoilt("nobody reads NONSENSE", spec -> container(spec)
                        .put("env", List.of(Map.of("name", "NONSENSE")))),
                new Spoilt("keeps capabilities", spec -> container(spec).remove("securityContext")),
                new Spoilt("taskManager asks for none", spec -> spec.put("taskManager", Map.of())));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void tellsOfWhatBreaksARule(Spoilt spoilt) {
        Map<String, Object> copy = Deployment.copy(JOBS.get("alerts"));
        spoilt.how().accept(map(copy.get("spec")));

        assertThat(KubernetesRules.problems("alerts", copy, ADDRESSES))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("alerts: ").contains(spoilt.told()));
    }

    @Test
    void tellsOfAKeyThatTheOperatorDoesNotKnow() {
        Map<String, Object> copy = Deployment.copy(JOBS.get("air"));
        job(map(copy.get("spec"))).put("upgrademode", "savepoint");
        map(copy.get("spec")).put("flinkVersion", "v2_9");

        assertThat(DeploymentSchema.problems("FlinkDeployment", copy))
                .anyMatch(problem -> problem.contains("upgrademode"))
                .anyMatch(problem -> problem.contains("flinkVersion"));
    }

    private static Spoilt configured(String told, String key, String value) {
        return new Spoilt(told, spec -> map(spec.get("flinkConfiguration")).put(key, value));
    }

    private static Map<String, Object> job(Map<String, Object> spec) {
        return map(spec.get("job"));
    }

    private static Map<String, Object> container(Map<String, Object> spec) {
        return maps(at(spec, "podTemplate", "spec", "containers")).findFirst().orElseThrow();
    }
}
