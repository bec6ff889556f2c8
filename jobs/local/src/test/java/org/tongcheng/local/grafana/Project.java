package org.tongcheng.local.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project beside the jobs. */
final class Project {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Project() {}

    /** The folder that has all rooms. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("schemas")) && Files.isDirectory(folder.resolve("grafana"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above has both schemas and grafana");
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
