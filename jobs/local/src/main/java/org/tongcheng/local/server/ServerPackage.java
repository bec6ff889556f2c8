package org.tongcheng.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's program: the one on the PATH, else the distribution's package, fetched with apt's own tools and sources
 * into a cache folder. Nothing is installed and root is not needed: apt gets private state folders.
 */
final class ServerPackage {

    private static final Logger LOG = LoggerFactory.getLogger(ServerPackage.class);
    private static final Duration FETCHING = Duration.ofMinutes(10);
    private static final Duration ASKING = Duration.ofSeconds(20);

    private final Contents contents;
    private final Map<String, String> environment;
    private final Consumer<String> progress;

    /**
     * What is looked for.
     *
     * @param product for messages
     * @param name of the package
     * @param programs names on the PATH, the best first
     * @param path of the program in the package
     * @param version argument that makes it say its version
     * @param versionSaid what it has to say then
     * @param builtInFolder that the program reads under its absolute name, though it is in the package; empty if none
     * @param wayOut what a user can do when it cannot be had
     */
    record Contents(
            String product,
            String name,
            List<String> programs,
            String path,
            String version,
            Pattern versionSaid,
            String builtInFolder,
            String wayOut) {}

    /**
     * A program that has been seen to start.
     *
     * @param home folder to run it in
     */
    record Found(Path program, Path home) {}

    /** @param progress told what is being fetched */
    ServerPackage(Contents contents, Map<String, String> environment, Consumer<String> progress) {
        this.contents = contents;
        this.environment = environment;
        this.progress = progress;
    }

    Found program() throws InterruptedException {
        Path cache = cacheFolder();
        try {
            Files.createDirectories(cache);
            for (String name : contents.programs()) {
                Optional<Path> installed = find(name);
                if (installed.isPresent() && starts(installed.get(), cache)) {
                    return new Found(installed.get(), cache);
                }
            }
            return fetched(cache);
        } catch (IOException e) {
            throw new LocalFailure(
                    "cannot write to the cache folder " + cache + " (" + e + "): " + contents.wayOut(), e);
        }
    }

    private Found fetched(Path cache) throws IOException, InterruptedException {
        Path unpacked = cache.resolve(contents.name());
        Path program = unpacked.resolve(contents.path());
        try (FileChannel lock =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            LOG.debug("holding {}", held);
            if (!Files.exists(program)) {
                fetch(cache, unpacked);
            }
        }
        if (!starts(program, cache)) {
            TempFolders.delete(unpacked);
            throw new LocalFailure("the " + program.getFileName()
                    + " of this distribution's package does not start here: " + contents.wayOut());
        }
        return new Found(program, unpacked);
    }

    /** The result appears under its name only when it is whole: a run that is broken off leaves nothing to trust. */
    private void fetch(Path cache, Path unpacked) throws IOException, InterruptedException {
        String apt = tool("apt-get");
        String unpack = tool("dpkg-deb");
        progress.accept("fetching " + contents.product() + " from this system's package sources into " + cache);
        try (TempFolders work = TempFolders.in(cache)) {
            List<String> quiet = List.of(
                    apt,
                    "-qq",
                    "-o",
                    "Dir::State=" + work.folder("state"),
                    "-o",
                    "Dir::Cache=" + work.folder("cache"),
                    "-o",
                    "APT::Sandbox::User=",
                    "-o",
                    "Acquire::Retries=2");
            work.folder("state/lists/partial");
            work.folder("cache/archives/partial");
            Path packages = work.folder("packages");
            // Sources other than the distribution's may be unreachable: only the download decides.
            Program.Ended update = Program.run(packages, FETCHING, with(quiet, "update"));
            Program.Ended download = Program.run(packages, FETCHING, with(quiet, "download", contents.name()));
            List<Path> found;
            try (var files = Files.list(packages)) {
                found = files.filter(file -> file.toString().endsWith(".deb")).toList();
            }
            if (found.isEmpty()) {
                String said = update.exitCode() == 0 ? download.lastLine() : update.lastLine();
                throw new LocalFailure(
                        "cannot fetch the package " + contents.name() + " (" + said + "): " + contents.wayOut());
            }
            Path root = work.folder("root");
            Program.run(packages, FETCHING, List.of(unpack, "-x", found.get(0).toString(), root.toString()));
            if (!contents.builtInFolder().isEmpty()) {
                relocate(root.resolve(contents.path()), contents.builtInFolder());
            }
            TempFolders.delete(unpacked);
            Files.move(root, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Without root a package's folder cannot be where its program looks for it. In our copy of the program the folder's
     * name becomes one of the same length that is relative to the folder the program runs in.
     */
    private static void relocate(Path program, String folder) throws IOException {
        String relative = folder.substring(1).replaceFirst("/", "//");
        String bytes = Files.readString(program, StandardCharsets.ISO_8859_1);
        Files.writeString(program, bytes.replace(folder, relative), StandardCharsets.ISO_8859_1);
    }

    private boolean starts(Path program, Path folder) throws InterruptedException {
        Program.Ended version = Program.run(folder, ASKING, List.of(program.toString(), contents.version()));
        return version.exitCode() == 0
                && contents.versionSaid().matcher(version.output()).find();
    }

    private String tool(String name) {
        return find(name)
                .orElseThrow(() -> new LocalFailure(contents.product() + " is not here, and without " + name
                        + " it cannot be fetched: " + contents.wayOut()))
                .toString();
    }

    private Optional<Path> find(String name) {
        return Program.find(name, environment.getOrDefault("PATH", ""));
    }

    private Path cacheFolder() {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return cache.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "tongcheng")
                : Path.of(cache, "tongcheng");
    }

    private static List<String> with(List<String> command, String... arguments) {
        return Stream.concat(command.stream(), List.of(arguments).stream()).toList();
    }
}
