package org.tongcheng.rules;

import static org.tongcheng.rules.Deployment.at;
import static org.tongcheng.rules.Deployment.list;
import static org.tongcheng.rules.Deployment.map;
import static org.tongcheng.rules.Deployment.strings;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a stack must keep to, whatever is in it. Each broken rule is told in a sentence that begins with the service. */
final class ComposeRules {

    /** A version of two numbers or more, and what the tag may add to it. */
    static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?[0-9]+(\\.[0-9]+)+([._-][A-Za-z0-9._-]+)?");

    static final String BIND = "${TONGCHENG_BIND:-127.0.0.1}:";

    /** Services that cannot do with a read-only file system; compose.yaml says why. */
    private static final Set<String> WRITING = Set.of("kafka");

    private static final String GATE = "secrets";
    private static final String DONE = "service_completed_successfully";

    private final Map<String, Object> compose;
    private final Map<String, Object> services;
    private final List<String> problems = new ArrayList<>();

    private ComposeRules(Map<String, Object> compose) {
        this.compose = compose;
        this.services = map(compose.get("services"));
    }

    /** Every rule that is broken. */
    static List<String> problems(Map<String, Object> compose) {
        ComposeRules rules = new ComposeRules(compose);
        rules.services.forEach((name, service) -> rules.service(name, map(service)));
        rules.volumes();
        return rules.problems;
    }

    private void service(String name, Map<String, Object> service) {
        check(PINNED.matcher(String.valueOf(service.get("image"))).matches(), name + ": its image is not pinned");
        for (String port : strings(service.get("ports"))) {
            check(port.startsWith(BIND), name + ": port " + port + " listens elsewhere than on TONGCHENG_BIND");
        }
        check(isOneShot(service) || service.containsKey("healthcheck"), name + ": has no health check");
        rights(name, service);
        limits(name, map(at(service, "deploy", "resources", "limits")));
        dependencies(name, service);
        for (String volume : strings(service.get("volumes"))) {
            mount(name, volume);
        }
    }

    private void rights(String name, Map<String, Object> service) {
        String user = String.valueOf(service.get("user"));
        check(user.matches("[1-9][0-9]*:[0-9]+"), name + ": runs as root, or as nobody knows whom");
        check(List.of("ALL").equals(service.get("cap_drop")), name + ": keeps capabilities");
        check(strings(service.get("security_opt")).contains("no-new-privileges:true"), name + ": may gain privileges");
        boolean readOnly = Boolean.TRUE.equals(service.get("read_only"));
        check(readOnly || WRITING.contains(name), name + ": its file system can be written");
        String network = String.valueOf(service.getOrDefault("network_mode", "none"));
        check(network.equals("none"), name + ": its network is not the stack's");
    }

    private void limits(String name, Map<String, Object> limits) {
        for (String limit : List.of("cpus", "memory", "pids")) {
            check(limits.containsKey(limit), name + ": has no limit of " + limit);
        }
    }

    private void dependencies(String name, Map<String, Object> service) {
        map(service.get("depends_on")).forEach((other, how) -> {
            Map<String, Object> its = map(services.get(other));
            Object condition = map(how).get("condition");
            if (its.isEmpty()) {
                problems.add(name + ": waits for " + other + ", which is not there");
            } else if (DONE.equals(condition)) {
                check(isOneShot(its), name + ": waits for the end of " + other + ", which has none");
            } else {
                check(
                        "service_healthy".equals(condition) && its.containsKey("healthcheck"),
                        name + ": does not wait until " + other + " is healthy");
            }
        });
        check(name.equals(GATE) || before(name, new HashSet<>()).contains(GATE), name + ": starts before " + GATE);
    }

    /** All that a service waits for, and what these wait for. */
    private Set<String> before(String name, Set<String> found) {
        for (String other : map(map(services.get(name)).get("depends_on")).keySet()) {
            if (found.add(other)) {
                before(other, found);
            }
        }
        return found;
    }

    private void mount(String name, String volume) {
        String source = volume.substring(0, volume.indexOf(':'));
        if (!source.startsWith(".")) {
            check(map(compose.get("volumes")).containsKey(source), name + ": volume " + source + " is not declared");
            return;
        }
        check(Files.exists(Deployment.DOCKER.resolve(source)), name + ": " + source + " is not there");
        check(volume.endsWith(":ro"), name + ": may write to " + source);
    }

    private void volumes() {
        Set<String> used = new TreeSet<>();
        services.values().forEach(service -> strings(map(service).get("volumes"))
                .forEach(volume -> used.add(volume.substring(0, volume.indexOf(':')))));
        for (String volume : map(compose.get("volumes")).keySet()) {
            check(used.contains(volume), "volume " + volume + ": nobody uses it");
        }
    }

    /** Whether it ends when its work is done. */
    static boolean isOneShot(Map<String, Object> service) {
        String restart = String.valueOf(service.get("restart"));
        return restart.equals("no") || restart.startsWith("on-failure");
    }

    /** Names of the variables in all text below. */
    static Set<String> variables(Object value) {
        Set<String> names = new TreeSet<>();
        if (value instanceof Map) {
            map(value).values().forEach(part -> names.addAll(variables(part)));
        } else if (value instanceof List) {
            list(value).forEach(part -> names.addAll(variables(part)));
        } else {
            Matcher variable = Deployment.VARIABLE.matcher(String.valueOf(value));
            while (variable.find()) {
                names.add(variable.group(1));
            }
        }
        return names;
    }

    private void check(boolean kept, String problem) {
        if (!kept) {
            problems.add(problem);
        }
    }
}
