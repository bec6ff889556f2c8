package org.tongcheng.rules;

import static org.tongcheng.rules.Deployment.at;
import static org.tongcheng.rules.Deployment.map;
import static org.tongcheng.rules.Deployment.maps;
import static org.tongcheng.rules.Deployment.strings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongcheng.plumbing.job.SettingsException;

/** What a job on Kubernetes must keep to. */
final class KubernetesRules {

    private static final Map<String, String> DEMANDED = Map.of(
            "high-availability.type", "kubernetes",
            "state.backend.type", "rocksdb",
            "execution.checkpointing.incremental", "true",
            "execution.checkpointing.storage", "filesystem",
            "job.autoscaler.enabled", "true",
            "pipeline.operator-chaining.chain-operators-with-different-max-parallelism", "false");

    private static final List<String> ON_S3 = List.of(
            "execution.checkpointing.dir", "execution.checkpointing.savepoint-dir", "high-availability.storageDir");

    /** The operator's, not Flink's. */
    private static final Set<String> OF_OPERATOR = Set.of(
            "job.autoscaler.enabled",
            "job.autoscaler.stabilization.interval",
            "job.autoscaler.metrics.window",
            "job.autoscaler.utilization.target",
            "job.autoscaler.vertex.max-parallelism",
            "kubernetes.operator.periodic.savepoint.interval",
            "kubernetes.operator.savepoint.history.max.count",
            "kubernetes.operator.job.upgrade.last-state-fallback.enabled");

    /** What Flink's file system for S3 reads. */
    private static final Set<String> OF_S3 = Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

    private final String name;
    private final Map<String, Object> spec;
    private final Map<String, Object> flink;
    private final List<String> problems = new ArrayList<>();

    private KubernetesRules(String name, Map<String, Object> job) {
        this.name = name;
        this.spec = map(job.get("spec"));
        this.flink = map(spec.get("flinkConfiguration"));
    }

    /** @param addresses variables that all jobs share */
    static List<String> problems(String name, Map<String, Object> job, Map<String, Object> addresses) {
        KubernetesRules rules = new KubernetesRules(name, job);
        rules.configuration();
        rules.program(addresses);
        rules.pod();
        return rules.problems;
    }

    private void configuration() {
        for (String key : flink.keySet()) {
            check(FlinkOptions.knows(key) || OF_OPERATOR.contains(key), "nobody reads " + key);
        }
        DEMANDED.forEach((key, value) -> check(value.equals(flink.get(key)), key + " is not " + value));
        for (String key : ON_S3) {
            String folder = String.valueOf(flink.get(key));
            check(folder.startsWith("s3://tongcheng-flink/" + name + "/"), key + " is not in the job's folder on S3");
        }
    }

    private void program(Map<String, Object> addresses) {
        String type = String.valueOf(at(spec, "job", "entryClass"));
        check(exists(type), "there is no class " + type);
        check(
                ("local:///opt/tongcheng/jobs/" + name + ".jar").equals(at(spec, "job", "jarURI")),
                "its jar is another's");
        check(ComposeRules.PINNED.matcher(String.valueOf(spec.get("image"))).matches(), "its image is not pinned");
        List<String> arguments = strings(at(spec, "job", "args"));
        Map<String, String> environment = new TreeMap<>();
        addresses.forEach((key, value) -> environment.put(key, String.valueOf(value)));
        try {
            String config = JobSettingsRead.read(name, arguments, environment).toString();
            boolean logged = config.contains("changelog=true");
            check(logged == flink.containsKey("state.changelog.dstl.dfs.base-path"), "its log of changes has no place");
        } catch (SettingsException e) {
            problems.add(name + ": " + e.getMessage());
        }
    }

    private boolean exists(String type) {
        try {
            return Class.forName(type).getMethod("main", String[].class) != null
                    && type.startsWith("org.tongcheng." + name + ".");
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private void pod() {
        Map<String, Object> pod = map(at(spec, "podTemplate", "spec"));
        check(Boolean.TRUE.equals(at(pod, "securityContext", "runAsNonRoot")), "may run as root");
        List<Map<String, Object>> containers = maps(pod.get("containers")).toList();
        check(containers.size() == 1, "has other containers than Flink's");
        for (Map<String, Object> container : containers) {
            check("flink-main-container".equals(container.get("name")), "its container is not Flink's");
            check(
                    Boolean.FALSE.equals(at(container, "securityContext", "allowPrivilegeEscalation")),
                    "may gain rights");
            check(
                    List.of("ALL").equals(at(container, "securityContext", "capabilities", "drop")),
                    "keeps capabilities");
            maps(container.get("env")).forEach(this::variable);
        }
        for (String part : List.of("jobManager", "taskManager")) {
            check(
                    map(at(spec, part, "resource")).keySet().containsAll(Set.of("cpu", "memory")),
                    part + " asks for none");
        }
    }

    private void variable(Map<String, Object> variable) {
        String key = String.valueOf(variable.get("name"));
        check(JobSettingsRead.variables(name).contains(key) || OF_S3.contains(key), "nobody reads " + key);
        check(at(variable, "valueFrom", "secretKeyRef", "key") != null, key + " is written here and not in a secret");
    }

    private void check(boolean kept, String problem) {
        if (!kept) {
            problems.add(name + ": " + problem);
        }
    }
}
