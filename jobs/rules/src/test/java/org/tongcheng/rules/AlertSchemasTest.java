package org.tongcheng.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.alert.ActionKind;
import org.tongcheng.domain.alert.AlertState;
import org.tongcheng.domain.alert.EndReason;
import org.tongcheng.domain.alert.EntityKind;
import org.tongcheng.domain.alert.HandlingStatus;
import org.tongcheng.domain.alert.Severity;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.wire.ReferenceCodec;

/** The lists in the schemas of alerts are those of the code. */
class AlertSchemasTest {

    private final JsonNode alerts = schema("alerts");
    private final JsonNode results = schema("alert.results");

    @Test
    void alertsListWhatTheDomainKnows() {
        assertThat(listed(alerts, "/properties/severity")).isEqualTo(names(Severity.values()));
        assertThat(listed(alerts, "/properties/end_reason")).isEqualTo(names(EndReason.values()));
        assertThat(listed(alerts, "/properties/entity/properties/kind")).isEqualTo(names(EntityKind.values()));
        assertThat(listed(alerts, "/properties/handling/properties/status")).isEqualTo(names(HandlingStatus.values()));
        assertThat(listed(alerts, "/properties/handling/properties/last/properties/action"))
                .isEqualTo(names(ActionKind.values()));
    }

    @Test
    void everyStateButThoseBeforeAnAlertIsListed() {
        List<String> states = new ArrayList<>(names(AlertState.values()));
        states.removeAll(List.of("ok", "pending"));

        assertThat(listed(alerts, "/properties/state")).isEqualTo(states);
    }

    @Test
    void actionsListWhatTheDomainKnows() {
        assertThat(listed(schema("alert.actions"), "/properties/action")).isEqualTo(names(ActionKind.values()));
    }

    @Test
    void pointsListTheSame() {
        String tags = "/allOf/0/then/properties/tags/properties/";

        assertThat(listed(results, tags + "state")).isEqualTo(listed(alerts, "/properties/state"));
        assertThat(listed(results, tags + "severity")).isEqualTo(listed(alerts, "/properties/severity"));
        assertThat(listed(results, tags + "entity_kind"))
                .isEqualTo(listed(alerts, "/properties/entity/properties/kind"));
    }

    @Test
    void regionsHaveTheFilesOfTheCodec() {
        JsonNode files = schema("reference").at("/properties/files");
        List<String> described = new ArrayList<>();
        files.get("properties").fieldNames().forEachRemaining(described::add);

        assertThat(described).isEqualTo(ReferenceCodec.FILES).isEqualTo(RegionBundle.FILES);
        assertThat(files.at("/required/0").asText()).isEqualTo(ReferenceCodec.FILES.get(0));
    }

    private static List<String> listed(JsonNode schema, String property) {
        List<String> listed = new ArrayList<>();
        schema.at(property + "/enum").forEach(name -> listed.add(name.asText()));
        return listed;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static JsonNode schema(String topic) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(ResultSchemasTest.schemas().resolve(topic + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
