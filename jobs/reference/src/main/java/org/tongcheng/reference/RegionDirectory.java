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
 * {@link RegistryException} about the first problem found. {@code rules.yaml} beside them is no part of the region itself:
 * a wrong rule is refused, and neither the others nor the region are disturbed.
 */
public final class RegionDirectory {

    /** The regions that are part of the project. */
    public static final List<String> SHIPPED = List.of("chengdu");

    private RegionDirectory() {}

    /** A folder of that name if there is one, else a shipped region. */
    public static Region resolve(String nameOrDirectory) {
        return new RegionReader(resolved(nameOrDirectory)).read();
    }

    public static Region load(Path directory) {
        return new RegionReader(folder(directory)).read();
    }

    /** A region of {@link #SHIPPED}. */
    public static Region shipped(String name) {
        return new RegionReader(resources(name)).read();
    }

    /** The rules of a folder of that name if there is one, else of a shipped region. */
    public static Rules resolveRules(String nameOrDirectory) {
        return resolveBundle(nameOrDirectory).rules();
    }

    /** The files, unchecked, of a folder of that name if there is one, else of a shipped region. */
    public static RegionBundle resolveBundle(String nameOrDirectory) {
        return RegionBundle.of(resolved(nameOrDirectory));
    }

    public static RegionBundle loadBundle(Path directory) {
        return RegionBundle.of(folder(directory));
    }

    public static RegionBundle shippedBundle(String name) {
        return RegionBundle.of(resources(name));
    }

    private static RegionFiles resolved(String nameOrDirectory) {
        Path directory = directory(nameOrDirectory);
        return directory == null ? resources(nameOrDirectory) : folder(directory);
    }

    private static RegionFiles folder(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new RegistryException("region " + directory + " is not a folder");
        }
        return file -> content(directory.resolve(file));
    }

    private static RegionFiles resources(String name) {
        if (!SHIPPED.contains(name)) {
            throw new RegistryException(
                    "region " + name + " is neither a folder nor one of the shipped: " + String.join(", ", SHIPPED));
        }
        return file -> resource("/regions/" + name + "/" + file);
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
