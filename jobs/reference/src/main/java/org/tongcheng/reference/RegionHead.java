package org.tongcheng.reference;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What region.yaml says: a mapping of exactly four keys to text. */
record RegionHead(String id, String nameZh, String nameEn, ZoneId zone) {

    static final String FILE = "region.yaml";

    private static final List<String> KEYS = List.of("id", "name_zh", "name_en", "time_zone");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    static RegionHead parse(byte[] content) {
        Map<String, ScalarNode> values = values(content);
        ScalarNode id = required(values, "id");
        ScalarNode nameZh = required(values, "name_zh");
        ScalarNode nameEn = required(values, "name_en");
        ScalarNode zone = required(values, "time_zone");
        if (!ID.matcher(id.getValue()).matches()) {
            throw at(id.getStartMark(), "id " + id.getValue() + " is not made of a-z, 0-9 and - (64 at most)");
        }
        try {
            return new RegionHead(id.getValue(), nameZh.getValue(), nameEn.getValue(), ZoneId.of(zone.getValue()));
        } catch (DateTimeException unknown) {
            throw at(zone.getStartMark(), "time_zone " + zone.getValue() + " is not a known time zone");
        }
    }

    private static ScalarNode required(Map<String, ScalarNode> values, String key) {
        ScalarNode value = values.get(key);
        if (value == null) {
            throw at(null, key + " is missing");
        }
        return value;
    }

    private static Map<String, ScalarNode> values(byte[] content) {
        Node root = YamlText.compose(FILE, content);
        if (!(root instanceof MappingNode mapping)) {
            throw at(root == null ? null : root.getStartMark(), "is not a mapping of " + String.join(", ", KEYS));
        }
        Map<String, ScalarNode> values = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key) || !KEYS.contains(key.getValue())) {
                throw at(entry.getKeyNode().getStartMark(), "unknown key; expected " + String.join(", ", KEYS));
            }
            if (!(entry.getValueNode() instanceof ScalarNode value)
                    || value.getValue().isBlank()
                    || value.getValue().chars().anyMatch(Character::isISOControl)) {
                throw at(entry.getValueNode().getStartMark(), key.getValue() + " is not a line of text");
            }
            if (values.put(key.getValue(), value) != null) {
                throw at(key.getStartMark(), key.getValue() + " is given twice");
            }
        }
        return values;
    }

    private static RegistryException at(@Nullable Mark mark, String problem) {
        return YamlText.at(FILE, mark, problem);
    }
}
