package org.tongcheng.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The forms of the files in {@code docker/}: just the keys that are used there, so that a misspelt one is found. */
final class DeploymentSchema {

    private DeploymentSchema() {}

    /** @param name of a schema among the test resources, {@code compose} or a kind of Kubernetes */
    static List<String> problems(String name, Map<String, Object> document) {
        String file = "/" + name + ".schema.json";
        try (InputStream schema = Objects.requireNonNull(DeploymentSchema.class.getResourceAsStream(file), file)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(new ObjectMapper().writeValueAsString(document), InputFormat.JSON)
                    .stream()
                    .map(Error::toString)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
