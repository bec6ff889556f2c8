package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that make secrets and refuse those of the example. */
class DeploymentScriptsTest {

    private static final String GOOD = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    /** @param said standard output and error */
    record Ended(int code, String said) {}

    static Ended run(Path folder, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private Ended check(Map<String, String> environment, String... names) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("sh", Deployment.DOCKER.resolve("check-secrets.sh").toString()));
        command.addAll(List.of(names));
        return run(folder, environment, command.toArray(new String[0]));
    }

    @Test
    void acceptsSecretsThatSomebodyMade() throws Exception {
        assertThat(check(Map.of("ONE", GOOD, "TWO", "A.b_c~d-0123456789"), "ONE", "TWO"))
                .isEqualTo(new Ended(0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "change-me",
                "change-me-change-me",
                "tooshort",
                "with blanks and 16 of them",
                "a'$(rm)'0123456789"
            })
    void refusesOneThatNobodyMade(String secret) throws Exception {
        Ended ended = check(Map.of("ONE", GOOD, "TWO", secret), "ONE", "TWO");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .startsWith("not started: set in docker/.env: TWO (")
                .doesNotContain("ONE", "rm");
    }

    @Test
    void makesSecretsOnce() throws Exception {
        for (String file : List.of("new-env.sh", ".env.example", "check-secrets.sh")) {
            Files.copy(Deployment.DOCKER.resolve(file), folder.resolve(file));
        }
        assertThat(run(folder, Map.of(), "sh", "new-env.sh")).isEqualTo(new Ended(0, ""));

        Map<String, String> made = Deployment.environment(folder.resolve(".env").toString());
        Map<String, String> example = Deployment.environment(".env.example");
        assertThat(made).containsOnlyKeys(example.keySet());
        List<String> secrets = made.keySet().stream()
                .filter(name -> "change-me".equals(example.get(name)))
                .toList();
        assertThat(secrets).extracting(made::get).doesNotHaveDuplicates();
        assertThat(made).allSatisfy((name, value) -> {
            if (!secrets.contains(name)) {
                assertThat(value).isEqualTo(example.get(name));
            }
        });
        assertThat(check(made, secrets.toArray(new String[0]))).isEqualTo(new Ended(0, ""));
        assertThat(check(example, secrets.toArray(new String[0])).code()).isEqualTo(1);
        assertThat(posix(folder.resolve(".env"))).isEqualTo("rw-------");

        assertThat(run(folder, Map.of(), "sh", "new-env.sh").code())
                .as("where there is one")
                .isEqualTo(1);
        assertThat(Deployment.environment(folder.resolve(".env").toString())).isEqualTo(made);
    }

    @Test
    void fillsInAlertmanagersConfigurationFromWhatComposeGivesIt() throws Exception {
        Map<String, Object> service =
                Deployment.map(Deployment.at(Deployment.yaml("compose.yaml"), "services", "alertmanager"));
        Map<String, String> given = Deployment.substituted(
                Deployment.map(service.get("environment")), Deployment.environment(".env.example"));
        String fill = Deployment.DOCKER.resolve("alertmanager/fill.sh").toString();
        String configuration = Deployment.DOCKER.resolve("alertmanager.yml").toString();

        Ended filled = run(folder, given, "sh", fill, configuration);
        assertThat(filled.code()).as(filled.said()).isZero();
        Path file = Files.writeString(folder.resolve("alertmanager.yml"), filled.said());
        assertThat(Deployment.map(Deployment.yaml(file.toString()).get("global")))
                .containsEntry("smtp_smarthost", "mailpit:1025")
                .containsEntry("smtp_require_tls", false);

        Map<String, String> less = new TreeMap<>(given);
        less.remove("WEBHOOK_URL");
        Ended refused = run(folder, less, "sh", fill, configuration);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.said()).contains("not set: WEBHOOK_URL");
    }

    private Ended startFlink(Map<String, String> more, String role) throws Exception {
        Path home = Files.createDirectories(folder.resolve("flink"));
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(
                Deployment.DOCKER.resolve("flink/config.yaml"),
                home.resolve("conf/config.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        Path program = Files.writeString(home.resolve("bin/jobmanager.sh"), "#!/bin/sh\necho $* $FLINK_CONF_DIR\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = new TreeMap<>(more);
        environment.put("FLINK_HOME", home.toString());
        environment.put("TMPDIR", folder.toString());
        return run(
                folder,
                environment,
                "bash",
                Deployment.DOCKER.resolve("flink/start.sh").toString(),
                role,
                "-Da=b");
    }

    @Test
    void startsFlinkWithThePasswordOfItsMetricsInACopyOfItsConfiguration() throws Exception {
        Path copy = folder.resolve("conf/config.yaml");

        assertThat(startFlink(Map.of("FLINK_METRICS_PASSWORD", GOOD), "jobmanager"))
                .isEqualTo(new Ended(0, "start-foreground -Da=b " + folder.resolve("conf") + "\n"));
        assertThat(Deployment.yaml(copy.toString()))
                .containsAllEntriesOf(Deployment.yaml("flink/config.yaml"))
                .containsEntry("metrics.reporter.influx.password", GOOD);
        assertThat(posix(copy)).isEqualTo("rw-------");
    }

    @Test
    void startsNeitherWithoutThePasswordNorAnythingElse() throws Exception {
        assertThat(startFlink(Map.of(), "jobmanager").code()).isNotZero();
        assertThat(startFlink(Map.of("FLINK_METRICS_PASSWORD", GOOD), "historyserver")
                        .code())
                .isEqualTo(2);
    }

    private static String posix(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
