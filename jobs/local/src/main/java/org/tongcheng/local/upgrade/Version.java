package org.tongcheng.local.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;

/**
 * What a job runs on.
 *
 * @param jar its id on the cluster
 */
record Version(String jar, JobEntry entry) {

    /** Under these names a job carries what it was started from, for going back to it. */
    private static final String JAR = "tongcheng.jar";

    private static final String CLASS = "tongcheng.class";
    private static final String ARGUMENTS = "tongcheng.arguments";

    /** What the job carries, as Flink writes parameters of a job; arguments may hold what divides those. */
    String carried() {
        return JAR + ":" + jar + "," + CLASS + ":" + entry.mainClass() + "," + ARGUMENTS + ":"
                + URLEncoder.encode(String.join("\n", entry.arguments()), UTF_8);
    }

    /** @param parameters of a job as Flink shows them; the jar is empty where it carries none */
    static Version carried(String name, JsonNode parameters) {
        List<String> arguments = URLDecoder.decode(parameters.path(ARGUMENTS).asText(), UTF_8)
                .lines()
                .toList();
        return new Version(
                parameters.path(JAR).asText(),
                new JobEntry(name, parameters.path(CLASS).asText(), arguments));
    }
}
