package org.tongcheng.local.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of this machine, run to their end. */
final class Program {

    private Program() {}

    /**
     * What a program left.
     *
     * @param exitCode -1 when it did not end in time and was killed
     * @param output of both standard output and error
     */
    record Ended(int exitCode, String output) {

        /** The last line that is not blank, for messages. */
        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
        }
    }

    /** The program of that name on the PATH. */
    static Optional<Path> find(String name, String path) {
        return List.of(path.split(File.pathSeparator, -1)).stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Runs a command in a folder.
     *
     * @throws LocalFailure when it cannot be started at all
     */
    static Ended run(Path folder, Duration atMost, List<String> command) throws InterruptedException {
        Path output = null;
        try {
            output = Files.createTempFile(folder, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            try {
                boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
                return new Ended(ended ? process.exitValue() : -1, read(output));
            } finally {
                process.destroyForcibly();
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new LocalFailure("cannot run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    /** Text of a file that a program writes; what is not UTF-8 is replaced. */
    static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
