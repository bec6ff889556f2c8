package org.tongcheng.rules;

import static org.tongcheng.rules.Deployment.map;
import static org.tongcheng.rules.Deployment.strings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The base of {@code docker/kubernetes}, as the cluster gets to see it. */
final class KubernetesFiles {

    static final String BASE = "kubernetes/base/";
    static final String KUSTOMIZATION = "kustomization.yaml";
    static final String COMMON = "common.yaml";

    private KubernetesFiles() {}

    static Map<String, Object> kustomization() {
        return Deployment.yaml(BASE + KUSTOMIZATION);
    }

    /** Names of the files that lie in the base. */
    static Set<String> files() {
        try (Stream<java.nio.file.Path> files = Files.list(Deployment.DOCKER.resolve(BASE))) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every resource of the kustomization, without its patches. */
    static List<Map<String, Object>> resources() {
        List<Map<String, Object>> resources = new ArrayList<>();
        strings(kustomization().get("resources")).forEach(file -> resources.addAll(Deployment.documents(BASE + file)));
        return resources;
    }

    static List<Map<String, Object>> ofKind(String kind) {
        return resources().stream()
                .filter(resource -> kind.equals(resource.get("kind")))
                .toList();
    }

    static String name(Map<String, Object> resource) {
        return String.valueOf(map(resource.get("metadata")).get("name"));
    }

    /** The jobs by name, each with what all have in common over it. */
    static Map<String, Map<String, Object>> jobs() {
        Map<String, Object> common = new LinkedHashMap<>(Deployment.yaml(BASE + COMMON));
        common.remove("metadata");
        Map<String, Map<String, Object>> jobs = new TreeMap<>();
        ofKind("FlinkDeployment").forEach(job -> jobs.put(name(job), patched(job, common)));
        return jobs;
    }

    /** As kustomize does with a patch of a resource whose schema it does not know: maps are merged, all else is replaced. */
    private static Map<String, Object> patched(Map<String, Object> resource, Map<String, Object> patch) {
        Map<String, Object> patched = new LinkedHashMap<>(resource);
        patch.forEach((key, value) -> patched.merge(
                key, value, (old, added) -> added instanceof Map ? patched(map(old), map(added)) : added));
        return patched;
    }
}
