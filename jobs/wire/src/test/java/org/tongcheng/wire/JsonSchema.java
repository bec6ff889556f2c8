package org.tongcheng.wire;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;

/** The schema of one topic. */
final class JsonSchema {

    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    static JsonSchema of(String topic) {
        byte[] text = Examples.read(Examples.schemas().resolve(topic + ".schema.json"));
        return new JsonSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(text, StandardCharsets.UTF_8), InputFormat.JSON));
    }

    /** What is wrong with a JSON text; empty when nothing is. */
    String faults(byte[] json) {
        return String.join(
                "; ",
                schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                        .map(Object::toString)
                        .toList());
    }

    boolean accepts(byte[] json) {
        return faults(json).isEmpty();
    }
}
