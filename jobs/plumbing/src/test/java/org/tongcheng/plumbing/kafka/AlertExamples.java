package org.tongcheng.plumbing.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.tongcheng.domain.alert.AlertTransition;
import org.tongcheng.wire.AlertCodec;

/** Records of the schemas. */
public final class AlertExamples {

    private static final Path VALID = Path.of("../../schemas/examples/valid");

    private AlertExamples() {}

    public static AlertTransition transition(String name) {
        return Objects.requireNonNull(AlertCodec.decode(bytes("alerts", name)).value());
    }

    public static byte[] bytes(String schema, String name) {
        try {
            return Files.readAllBytes(VALID.resolve(schema).resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
