package org.tongcheng.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that Tongcheng is deployed with, as they lie in {@code docker/}. */
final class Deployment {

    /** What Compose puts in from docker/.env, with what it says where there is nothing. */
    static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(:-|:\\?)?([^}]*)}");

    static final Path DOCKER = docker();

    private Deployment() {}

    static String text(String file) {
        try {
            return Files.readString(DOCKER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> yaml(String file) {
        return map(parser().load(text(file)));
    }

    /** All documents of a file. */
    static List<Map<String, Object>> documents(String file) {
        List<Map<String, Object>> documents = new ArrayList<>();
        parser().loadAll(text(file)).forEach(document -> documents.add(map(document)));
        return documents;
    }

    /** An independent copy, to be spoilt. */
    static Map<String, Object> copy(Map<String, Object> document) {
        return map(parser().load(new Yaml().dump(document)));
    }

    /** NAME=value, in the order of the file. */
    static Map<String, String> environment(String file) {
        Map<String, String> environment = new LinkedHashMap<>();
        text(file).lines().filter(line -> line.matches("[A-Z0-9_]+=.*")).forEach(line -> {
            int equals = line.indexOf('=');
            environment.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return environment;
    }

    /** As Compose would: from the environment, else what stands behind {@code :-}. */
    static String substituted(String text, Map<String, String> environment) {
        Matcher variable = VARIABLE.matcher(text);
        return variable.replaceAll(found -> {
            String value = environment.getOrDefault(found.group(1), "");
            return Matcher.quoteReplacement(value.isEmpty() && ":-".equals(found.group(2)) ? found.group(3) : value);
        });
    }

    /** A service's or container's environment as text, substituted. */
    static Map<String, String> substituted(Map<String, Object> variables, Map<String, String> environment) {
        Map<String, String> substituted = new TreeMap<>();
        variables.forEach((name, value) -> substituted.put(name, substituted(String.valueOf(value), environment)));
        return substituted;
    }

    /** Of a YAML mapping; empty for null. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** Of a YAML sequence; empty for null. */
    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    static List<String> strings(Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }

    static Stream<Map<String, Object>> maps(Object value) {
        return list(value).stream().map(Deployment::map);
    }

    /** One down the path of keys; null where there is none. */
    static Object at(Map<String, Object> document, String... path) {
        Object found = document;
        for (String key : path) {
            found = map(found).get(key);
        }
        return found;
    }

    private static Yaml parser() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(200);
        return new Yaml(new SafeConstructor(options));
    }

    private static Path docker() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docker/compose.yaml"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNull(folder, "no docker/compose.yaml above the working directory")
                .resolve("docker");
    }
}
