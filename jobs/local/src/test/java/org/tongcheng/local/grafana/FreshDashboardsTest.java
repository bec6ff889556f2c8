package org.tongcheng.local.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The committed dashboards are those of the committed sources. Everywhere by digests, which the generator leaves beside them;
 * where node and its libraries are at hand they are also generated anew and compared.
 */
class FreshDashboardsTest {

    private static final Path ROOT = Project.root();
    private static final Path GRAFANA = ROOT.resolve("grafana");
    private static final Path DASHBOARDS = GRAFANA.resolve("dashboards");
    private static final String DIGESTS = "digests.sha256";

    @Test
    void digestsAreThoseOfSourcesAndDashboards() throws IOException {
        Map<String, String> recorded = recorded();
        Map<String, String> actual = new TreeMap<>();
        recorded.keySet().stream()
                .filter(file -> Files.exists(ROOT.resolve(file)))
                .forEach(file -> actual.put(file, digest(ROOT.resolve(file))));
        assertThat(actual)
                .as("sources and dashboards; run npm ci and npm run build in grafana/ after a change")
                .isEqualTo(recorded);
    }

    @Test
    void everySourceAndDashboardHasADigest() throws IOException {
        Map<String, String> recorded = recorded();
        Stream<Path> files = Stream.concat(
                Stream.concat(under(GRAFANA.resolve("src")), under(DASHBOARDS)),
                Stream.of("package.json", "package-lock.json", "tsconfig.json").map(GRAFANA::resolve));
        assertThat(files.filter(file -> !file.endsWith(DIGESTS))
                        .map(file -> ROOT.relativize(file).toString())
                        .toList())
                .isNotEmpty()
                .isSubsetOf(recorded.keySet());
        assertThat(recorded.keySet()).anyMatch(file -> file.endsWith("stops.csv"));
    }

    @Test
    void lockFileLeavesTheRegistryToWhoeverInstalls() throws IOException {
        String lock = Files.readString(GRAFANA.resolve("package-lock.json"));
        assertThat(lock).contains("\"integrity\": \"sha512-").doesNotContain("\"resolved\"");
    }

    @Test
    void generatingThemAnewChangesNothing() throws Exception {
        assumeTrue(Files.isDirectory(GRAFANA.resolve("node_modules")), "npm ci was not run in grafana/");
        assumeTrue(onPath("node") && onPath("npm"), "there is no node on the PATH");
        Path output = Files.createTempFile("check", ".txt");
        Process check = new ProcessBuilder("npm", "run", "--silent", "check")
                .directory(GRAFANA.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(check.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).as(Files.readString(output)).isZero();
        Files.delete(output);
    }

    private static Map<String, String> recorded() throws IOException {
        Map<String, String> recorded = new TreeMap<>();
        for (String line : Files.readAllLines(DASHBOARDS.resolve(DIGESTS))) {
            String[] parts = line.split(" {2}", 2);
            recorded.put(parts[1], parts[0]);
        }
        return recorded;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Stream<Path> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return List.copyOf(files.filter(Files::isRegularFile).toList()).stream();
        }
    }

    /** A checkout may end its lines otherwise; what is digested has no returns. */
    private static String digest(Path file) {
        try {
            byte[] text = Files.readString(file).replace("\r", "").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
