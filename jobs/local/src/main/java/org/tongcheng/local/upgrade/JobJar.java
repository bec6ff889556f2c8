package org.tongcheng.local.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tongcheng.local.server.LocalFailure;

/**
 * What is uploaded of a version. A folder of jars, such as the build leaves in {@code jobs/image/target/lib}, becomes one jar that
 * holds them in its folder {@code lib}, where Flink looks for libraries: nothing is mixed by shading.
 */
final class JobJar {

    private JobJar() {}

    /**
     * @param version a jar, or a folder of jars
     * @param scratch for the jar that is made of a folder
     * @return a jar
     */
    static Path of(Path version, Path scratch) {
        if (Files.isRegularFile(version)) {
            return version;
        }
        Path jar = scratch.resolve("tongcheng-jobs.jar");
        try (Stream<Path> inside = Files.list(version);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            // They are packed already.
            out.setLevel(0);
            List<Path> libraries = inside.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            if (libraries.isEmpty()) {
                throw new LocalFailure("no jar in the folder " + version);
            }
            for (Path library : libraries) {
                out.putNextEntry(new ZipEntry("lib/" + library.getFileName()));
                Files.copy(library, out);
                out.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new LocalFailure("cannot read the jars of " + version + ": " + e, e);
        }
    }
}
