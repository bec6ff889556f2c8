package org.tongcheng.plumbing.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.apache.flink.client.cli.CliFrontend;
import org.apache.flink.client.cli.DefaultCLI;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A main as it is really started: by a JVM, and by {@code flink run}. */
class JobStartTest {

    private static final String MESSAGE = "--count must be a whole number of at least 1, not 'none'";

    @TempDir
    private Path folder;

    /** A job that needs a number. */
    public static final class Counting {

        public static void main(String[] arguments) throws Exception {
            JobStart.wired(
                            arguments,
                            settings -> settings.integer("count", 1, 1),
                            count -> new StreamExecutionEnvironment())
                    .execute();
        }
    }

    /** What a start came to. */
    private record Ending(int code, List<String> errors) {}

    @Test
    void tellsAJvmsUserOneMessage() throws Exception {
        Ending ending = java("--count", "none");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.errors()).singleElement().asString().endsWith(MESSAGE);
    }

    @Test
    void tellsAJvmsUserMoreOnDemand() throws Exception {
        Ending ending = java("--count", "none", "--verbose");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.errors())
                .anySatisfy(line -> assertThat(line).contains("SettingsException", MESSAGE))
                .anySatisfy(line -> assertThat(line).contains("at ", "Counting.main"));
    }

    @Test
    void tellsOneMessageWhereTheArgumentsAreNoSettings() throws Exception {
        Ending ending = java("count", "--verbose");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.errors()).singleElement().asString().contains("'count' is no setting");
    }

    @Test
    void tellsTheUserOfFlinkRunOneMessage() throws Exception {
        Ending ending = flinkRun("--count", "none");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.errors()).containsExactly(MESSAGE);
    }

    @Test
    void tellsTheUserOfFlinkRunMoreOnDemand() throws Exception {
        Ending ending = flinkRun("--count", "none", "--verbose");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.errors()).anySatisfy(line -> assertThat(line).contains("SettingsException", MESSAGE));
    }

    private Ending java(String... arguments) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Counting.class.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        int code = process.waitFor();
        return new Ending(code, spoken(Files.readString(errors)));
    }

    private Ending flinkRun(String... arguments) throws Exception {
        Path jar = folder.resolve("job.jar");
        new JarOutputStream(Files.newOutputStream(jar)).close();
        List<String> command = new ArrayList<>(List.of("run", "-c", Counting.class.getName(), jar.toString()));
        command.addAll(List.of(arguments));
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int code = new CliFrontend(new Configuration(), List.of(new DefaultCLI()))
                    .parseAndRun(command.toArray(new String[0]));
            return new Ending(code, spoken(errors.toString(StandardCharsets.UTF_8)));
        } finally {
            System.setErr(before);
        }
    }

    /** Without what the logging library says of itself. */
    private static List<String> spoken(String errors) {
        return errors.lines()
                .filter(line -> !line.startsWith("SLF4J:") && !line.isBlank())
                .toList();
    }
}
