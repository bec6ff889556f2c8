package org.tongcheng.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.local.server.TempFolders;

/**
 * Where results go. They are made in a folder of their own within it and moved out when all is well, so that a run that
 * fails leaves the folder as it was. Not for use by two runs at once.
 */
public final class OutputFolder implements AutoCloseable {

    private final Path folder;
    private final boolean made;
    private final TempFolders workshop;
    private boolean published;

    private OutputFolder(Path folder, boolean made, TempFolders workshop) {
        this.folder = folder;
        this.made = made;
        this.workshop = workshop;
    }

    /**
     * Whether results may go there.
     *
     * @throws IllegalArgumentException when it is no folder, or not empty and may not be overwritten
     */
    public static void check(Path folder, boolean overwrite) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--output " + folder + " is not a folder");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (!overwrite && content.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        "--output " + folder + " is not empty: name another folder, or add --overwrite");
            }
        }
    }

    static OutputFolder open(Path folder) {
        boolean made = !Files.exists(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LocalFailure("cannot make the folder --output " + folder + ": " + e, e);
        }
        return new OutputFolder(folder, made, TempFolders.in(folder));
    }

    /** The results' folder for the time being. */
    Path draft() {
        return workshop.folder("results");
    }

    /** For everything else that the run needs on disk. */
    Path scratch() {
        return workshop.folder("scratch");
    }

    /** Puts the results in their place, over those of an earlier run. */
    void publish(List<String> files) throws IOException {
        for (String file : files) {
            Files.move(
                    draft().resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
        published = true;
    }

    @Override
    public void close() throws IOException {
        workshop.close();
        if (made && !published) {
            Files.deleteIfExists(folder);
        }
    }
}
