package org.tongcheng.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The requests of a session cluster that an upgrade makes, answered as a test wants. What was done is written down. */
final class FakeFlink implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stops, starts and cancellations, in their order. */
    final List<String> done = new ArrayList<>();

    private final HttpServer server;
    private final Map<String, FakeJob> jobs = new LinkedHashMap<>();
    private final List<String> jars = new ArrayList<>();

    /** Whether a version of a job works: {@code jar/job}. */
    Predicate<String> works = version -> true;

    boolean takesJars = true;
    String refusedPlan = "";
    String failedSavepoint = "";
    boolean startsThemAgain;

    private static final class FakeJob {
        final String name;
        String state = "RUNNING";

        FakeJob(String name) {
            this.name = name;
        }
    }

    FakeFlink(String... names) throws IOException {
        for (String name : names) {
            jobs.put("old-" + jobs.size(), new FakeJob(name));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    List<String> running() {
        return jobs.values().stream()
                .filter(job -> job.state.equals("RUNNING"))
                .map(job -> job.name)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
            ObjectNode answer = JSON.createObjectNode();
            int status = path[0].equals("jars")
                    ? jars(exchange.getRequestMethod(), path, body, answer)
                    : jobs(exchange.getRequestMethod(), path, body, answer);
            byte[] text = (path[0].equals("jobmanager")
                            ? "[{\"key\":\"execution.checkpointing.savepoint-dir\",\"value\":\"file:///state/savepoints\"}]"
                            : answer.toString())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private int jars(String method, String[] path, String body, ObjectNode answer) throws IOException {
        if (!takesJars) {
            answer.putArray("errors").add("Not found: /jars");
            return 404;
        }
        if (method.equals("GET")) {
            jars.forEach(jar -> answer.withArray("files").addObject().put("id", jar));
        } else if (method.equals("DELETE")) {
            jars.remove(path[1]);
        } else if (path[1].equals("upload")) {
            int from = body.indexOf("filename=\"") + "filename=\"".length();
            jars.add(body.substring(from, body.indexOf('"', from)));
            answer.put("filename", "/tmp/" + jars.get(jars.size() - 1));
        } else if (path[2].equals("plan") && !refusedPlan.isEmpty()) {
            answer.putArray("errors").add("RestHandlerException: no\n\tat x\nCaused by: " + refusedPlan + "\n\tat y");
            return 500;
        } else if (path[2].equals("run")) {
            start(path[1], JSON.readTree(body), answer);
        }
        return 200;
    }

    private void start(String jar, JsonNode body, ObjectNode answer) {
        String mainClass = body.path("entryClass").asText();
        String name = JobEntry.known(null, List.of()).stream()
                .filter(entry -> entry.mainClass().equals(mainClass))
                .findAny()
                .orElseThrow()
                .name();
        FakeJob job = new FakeJob(name);
        job.state = works.test(jar + "/" + name) ? "RUNNING" : "FAILED";
        done.add("start " + name + " of " + jar + " from "
                + body.path("savepointPath").asText());
        String id = "new-" + jobs.size();
        jobs.put(id, job);
        answer.put("jobid", id);
    }

    private int jobs(String method, String[] path, String body, ObjectNode answer) throws IOException {
        if (path.length < 2 || path[1].equals("overview")) {
            jobs.forEach((id, job) -> answer.withArray("jobs")
                    .addObject()
                    .put("jid", id)
                    .put("name", job.name)
                    .put("state", job.state));
            return 200;
        }
        FakeJob job = jobs.get(path[1]);
        String what = path.length > 2 ? path[2] : "";
        if (job == null) {
            return 200;
        }
        if (method.equals("PATCH")) {
            job.state = "CANCELED";
            done.add("cancel " + job.name);
        } else if (what.equals("stop")) {
            stop(job, JSON.readTree(body), answer);
        } else if (what.equals("savepoints")) {
            tellOfSavepoint(path[3].replace(':', '/'), answer);
        } else {
            tellOf(job, answer);
        }
        return 200;
    }

    private void tellOfSavepoint(String target, ObjectNode answer) {
        answer.putObject("status").put("id", "COMPLETED");
        ObjectNode operation = answer.putObject("operation");
        if (failedSavepoint.isEmpty()) {
            operation.put("location", target + "/savepoint-1");
        } else {
            operation.putObject("failure-cause").put("stack-trace", failedSavepoint);
        }
    }

    private static void tellOf(FakeJob job, ObjectNode answer) {
        answer.put("state", job.state);
        answer.putArray("vertices").addObject().put("status", job.state);
        answer.putObject("counts").put("completed", 1);
        if (job.state.equals("FAILED")) {
            answer.putObject("exceptionHistory")
                    .putArray("entries")
                    .addObject()
                    .put("stacktrace", "JobException: no\nCaused by: IllegalStateException: no state for it\n");
        }
    }

    private void stop(FakeJob job, JsonNode body, ObjectNode answer) {
        String target = body.path("targetDirectory").asText();
        done.add("stop " + job.name + " into " + target);
        answer.put(
                "request-id", target.substring(target.lastIndexOf("savepoints")).replace('/', ':'));
        if (failedSavepoint.isEmpty()) {
            job.state = "FINISHED";
        }
        if (startsThemAgain) {
            jobs.put("again-" + jobs.size(), new FakeJob(job.name));
        }
    }
}
