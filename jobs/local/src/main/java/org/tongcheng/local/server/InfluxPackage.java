package org.tongcheng.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * InfluxDB 1.x's server program: the one on the PATH, else the distribution's package, fetched with apt's own tools
 * and sources into a cache folder. Nothing is installed and root is not needed: apt gets private state folders.
 */
final class InfluxPackage {

    private static final Logger LOG = LoggerFactory.getLogger(InfluxPackage.class);
    private static final Duration FETCHING = Duration.ofMinutes(10);
    private static final Duration ASKING = Duration.ofSeconds(20);
    private static final String WAY_OUT =
            "set INFLUX_URL to a running InfluxDB, or install influxdb 1.x so that influxd is on the PATH";

    private final Map<String, String> environment;
    private final Consumer<String> progress;

    /** @param progress told what is being fetched */
    InfluxPackage(Map<String, String> environment, Consumer<String> progress) {
        this.environment = environment;
        this.progress = progress;
    }

    /** A program that has been seen to start. */
    Path program() throws InterruptedException {
        Path cache = cacheFolder();
        try {
            Files.createDirectories(cache);
            Optional<Path> installed = find("influxd");
            if (installed.isPresent() && starts(installed.get(), cache)) {
                return installed.get();
            }
            return fetched(cache);
        } catch (IOException e) {
            throw new LocalFailure("cannot write to the cache folder " + cache + " (" + e + "): " + WAY_OUT, e);
        }
    }

    private Path fetched(Path cache) throws IOException, InterruptedException {
        Path unpacked = cache.resolve("influxdb");
        Path program = unpacked.resolve("usr/bin/influxd");
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
            throw new LocalFailure("the influxd of this distribution's package does not start here: " + WAY_OUT);
        }
        return program;
    }

    /** The result appears under its name only when it is whole: a run that is broken off leaves nothing to trust. */
    private void fetch(Path cache, Path unpacked) throws IOException, InterruptedException {
        String apt = tool("apt-get");
        String unpack = tool("dpkg-deb");
        progress.accept("fetching InfluxDB from this system's package sources into " + cache);
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
            Program.Ended download = Program.run(packages, FETCHING, with(quiet, "download", "influxdb"));
            List<Path> found;
            try (var files = Files.list(packages)) {
                found = files.filter(file -> file.toString().endsWith(".deb")).toList();
            }
            if (found.isEmpty()) {
                String said = update.exitCode() == 0 ? download.lastLine() : update.lastLine();
                throw new LocalFailure("cannot fetch the package influxdb (" + said + "): " + WAY_OUT);
            }
            Path root = work.folder("root");
            Program.run(packages, FETCHING, List.of(unpack, "-x", found.get(0).toString(), root.toString()));
            TempFolders.delete(unpacked);
            Files.move(root, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Only 1.x has the settings and the database commands used here. */
    private static boolean starts(Path program, Path folder) throws InterruptedException {
        Program.Ended version = Program.run(folder, ASKING, List.of(program.toString(), "version"));
        return version.exitCode() == 0 && version.output().matches("(?s).*InfluxDB v?1\\..*");
    }

    private String tool(String name) {
        return find(name)
                .orElseThrow(() -> new LocalFailure(
                        "InfluxDB is not here, and without " + name + " it cannot be fetched: " + WAY_OUT))
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
        return java.util.stream.Stream.concat(command.stream(), List.of(arguments).stream())
                .toList();
    }
}
