package org.tongcheng.reference;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
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
        Map<String, ScalarNode> values = values(RegistryText.decode(FILE, content));
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

    /** Composes only: nodes carry their place, and nothing of the file's choosing is constructed. */
    private static Map<String, ScalarNode> values(String text) {
        @Nullable Node root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (MarkedYAMLException broken) {
            Mark mark = broken.getProblemMark();
            throw at(mark, "is not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw at(null, "is not YAML");
        }
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
        return mark == null
                ? RegistryException.at(FILE, 1, 1, problem)
                : RegistryException.at(FILE, mark.getLine() + 1, mark.getColumn() + 1, problem);
    }
}
