package org.tongcheng.local.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.feed.Feed;

/** Generated records against the JSON Schemas that the outside sees. */
class SchemaTest {

    /** Wrong by what is registered or by the clock, or for their size: no schema can tell. */
    private static final Set<FaultKind> BEYOND_SCHEMAS =
            Set.of(FaultKind.UNKNOWN_SITE, FaultKind.WRONG_CLOCK, FaultKind.OVERSIZED);

    /** Not JSON at all. */
    private static final Set<FaultKind> NOT_JSON = Set.of(FaultKind.TRUNCATED_JSON, FaultKind.RANDOM_BYTES);

    private final Map<Feed, Schema> schemas = new EnumMap<>(Feed.class);

    SchemaTest() throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Feed feed : Feed.values()) {
            schemas.put(feed, registry.getSchema(Files.readString(folder().resolve(feed.topic() + ".schema.json"))));
        }
    }

    @Test
    void agreeWithWhatBecomesOfEveryRecord() {
        for (GeneratedRecord generated : Chengdu.records(Chengdu.WHOLE_DAY.withTapsPerDay(4_000))) {
            FaultKind fault = generated.fault();
            if (!NOT_JSON.contains(fault)) {
                String payload = new String(generated.payload(), StandardCharsets.UTF_8);
                boolean valid = Objects.requireNonNull(schemas.get(generated.feed()))
                        .validate(payload, InputFormat.JSON)
                        .isEmpty();
                assertThat(valid)
                        .as("%s of %s: %s", fault, generated.feed(), payload)
                        .isEqualTo(fault.reason() == null || BEYOND_SCHEMAS.contains(fault));
            }
        }
    }

    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("schemas/transit.taps.schema.json"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNull(folder, "no folder schemas/ above the working directory")
                .resolve("schemas");
    }
}
