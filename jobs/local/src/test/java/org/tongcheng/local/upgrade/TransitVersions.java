package org.tongcheng.local.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tongcheng.transit.TransitJob;

/** Jars with the transit job, and with one that only takes its name. */
final class TransitVersions {

    private TransitVersions() {}

    /** Named as the job, and has none of its state. */
    public static final class StrangeTransit {

        private StrangeTransit() {}

        public static void main(String[] arguments) throws Exception {
            StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
            environment
                    .fromSequence(0, Long.MAX_VALUE)
                    .uid("numbers")
                    .sinkTo(new DiscardingSink<>())
                    .uid("nowhere");
            environment.execute("transit");
        }
    }

    /** A version of the transit job; its libraries are the cluster's. */
    static Path jar(Path jar) throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            Path place = Path.of(TransitJob.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                addClasses(out, place);
            } else {
                try (FileSystem inside = FileSystems.newFileSystem(place)) {
                    addClasses(out, inside.getPath("/"));
                }
            }
            String strange = StrangeTransit.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new ZipEntry(strange));
            try (InputStream in =
                    Objects.requireNonNull(StrangeTransit.class.getClassLoader().getResourceAsStream(strange))) {
                in.transferTo(out);
            }
        }
        return jar;
    }

    private static void addClasses(ZipOutputStream out, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
