package org.tongcheng.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks regions: a folder with {@code region.yaml} and {@code cities.csv}, {@code routes.csv}, {@code
 * stops.csv}, {@code air_stations.csv} and {@code water_sections.csv}, each of which may be absent. Everything wrong is a
 * {@link RegistryException} about the first problem found.
 */
public final class RegionDirectory {

    /** The regions that are part of the project. */
    public static final List<String> SHIPPED = List.of("chengdu");

    private RegionDirectory() {}

    /** A folder of that name if there is one, else a shipped region. */
    public static Region resolve(String nameOrDirectory) {
        Path directory = directory(nameOrDirectory);
        return directory == null ? shipped(nameOrDirectory) : load(directory);
    }

    public static Region load(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new RegistryException("region " + directory + " is not a folder");
        }
        return new RegionReader(file -> content(directory.resolve(file))).read();
    }

    /** A region of {@link #SHIPPED}. */
    public static Region shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new RegistryException(
                    "region " + name + " is neither a folder nor one of the shipped: " + String.join(", ", SHIPPED));
        }
        return new RegionReader(file -> resource("/regions/" + name + "/" + file)).read();
    }

    private static @Nullable Path directory(String name) {
        try {
            Path path = Path.of(name);
            return Files.isDirectory(path) ? path : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private static byte @Nullable [] content(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }

    private static byte @Nullable [] resource(String name) throws IOException {
        try (InputStream content = RegionDirectory.class.getResourceAsStream(name)) {
            return content == null ? null : content.readAllBytes();
        }
    }
}
