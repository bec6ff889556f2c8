package org.tongcheng.local.replay;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import org.tongcheng.domain.feed.Feed;
import org.tongcheng.reference.RegionBundle;

/** {@code run.json}: what a run's results were made of, so that nobody compares what cannot be compared. */
final class RunManifest {

    static final String FILE = "run.json";

    private static final String RULES = "rules.yaml";
    private static final JsonFactory JSON = new JsonFactory();

    private RunManifest() {}

    /** Times carry the offset of the region's zone. */
    static byte[] of(ReplayRequest request, ReplayPlan plan, RegionBundle bundle) throws IOException {
        ZoneId zone = bundle.region().zone();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema_version", "run/1");
            json.writeStringField("run_id", request.runId());
            json.writeStringField("region", bundle.region().id());
            json.writeStringField("region_digest", digest(bundle, false));
            json.writeStringField("rules_digest", digest(bundle, true));
            json.writeStringField("source", request.sourceName());
            json.writeStringField("from", written(request.from(), zone));
            json.writeStringField("to", written(request.to(), zone));
            json.writeObjectFieldStart("warm_up_from");
            for (Map.Entry<Feed, ReplayPlan.Part> part : plan.feeds().entrySet()) {
                json.writeStringField(
                        part.getKey().topic(), written(part.getValue().range().warmUpFrom(), zone));
            }
            json.writeEndObject();
            json.writeArrayFieldStart("feeds");
            for (Feed feed : plan.feeds().keySet()) {
                json.writeString(feed.topic());
            }
            json.writeEndArray();
            json.writeNumberField("parallelism", request.parallelism());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** SHA-256 of the names and contents of the rules, or of all but the rules. */
    private static String digest(RegionBundle bundle, boolean rules) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            bundle.files().forEach((name, content) -> {
                if (name.equals(RULES) == rules) {
                    digest.update((name + ' ' + content.length + '\n').getBytes(StandardCharsets.UTF_8));
                    digest.update(content);
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String written(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time).atZone(zone).toOffsetDateTime().toString();
    }
}
