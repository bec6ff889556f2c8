package org.tongcheng.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** All temporary data of one command under one folder, deleted with everything in it on close. */
public final class TempFolders implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final Path root;

    private TempFolders(Path root) {
        this.root = root;
    }

    /**
     * Makes a folder with a fresh name.
     *
     * @param parent exists and can be written to
     */
    public static TempFolders in(Path parent) {
        try {
            return new TempFolders(Files.createTempDirectory(parent, "tongcheng-"));
        } catch (IOException e) {
            throw new LocalFailure(
                    "cannot write to the temporary folder " + parent + ": set TMPDIR to one with space left", e);
        }
    }

    /** In the system's folder for temporary files. */
    public static TempFolders inSystemFolder() {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    public Path root() {
        return root;
    }

    /** A folder of that name, made if it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder and all in it; nothing happens when it is not there. */
    public static void delete(Path folder) throws IOException {
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try {
                Files.walkFileTree(folder, new Deleting());
            } catch (IOException e) {
                // A server that has just been stopped may still be writing its last file.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(root);
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
