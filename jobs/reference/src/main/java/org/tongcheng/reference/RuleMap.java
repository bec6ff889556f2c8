package org.tongcheng.reference;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping inside a rule. What is missing or of another type is reported, and something harmless given in its place, so
 * that reading goes on to the next mistake. Values are taken from their text, whatever YAML would make of it.
 */
final class RuleMap {

    /** Enough for any limit, and never a number that takes a lifetime to write out. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,20})?");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    private final RuleFaults faults;
    private final String path;
    private final Mark start;
    private final boolean readable;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** @param known the keys that it may have; empty for any */
    RuleMap(RuleFaults faults, String path, Node node, List<String> known) {
        this.faults = faults;
        this.path = path;
        this.start = node.getStartMark();
        this.readable = node instanceof MappingNode;
        if (!(node instanceof MappingNode mapping)) {
            faults.report(path, start, "is not a mapping" + (known.isEmpty() ? "" : " of " + String.join(", ", known)));
            return;
        }
        mapping.getValue().forEach(entry -> take(entry, known));
    }

    private void take(NodeTuple entry, List<String> known) {
        Mark place = entry.getKeyNode().getStartMark();
        if (!(entry.getKeyNode() instanceof ScalarNode name)) {
            faults.report(path, place, "has a key that is not text");
            return;
        }
        String key = name.getValue();
        Node value = entry.getValueNode();
        if (!known.isEmpty() && !known.contains(key)) {
            faults.report(pathOf(key), place, "unknown key; expected " + String.join(", ", known));
        } else if (values.putIfAbsent(key, value) != null) {
            faults.report(pathOf(key), place, "is given twice");
        } else {
            boolean named = !known.isEmpty() && value instanceof ScalarNode;
            faults.place(pathOf(key), named ? value.getStartMark() : place);
        }
    }

    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Whether it is a mapping at all. */
    boolean readable() {
        return readable;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** A line of text; empty when there is none. */
    String text(String key) {
        Node node = values.get(key);
        if (node == null) {
            if (readable) {
                faults.report(pathOf(key), start, "is missing");
            }
            return "";
        }
        return line(pathOf(key), node);
    }

    @Nullable
    BigDecimal decimal(String key) {
        String text = text(key);
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        refuse(key, "is not a number");
        return null;
    }

    int whole(String key) {
        String text = text(key);
        if (WHOLE.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        refuse(key, "is not a whole number");
        return 0;
    }

    /** Milliseconds; -1 when there is none. */
    long duration(String key) {
        String text = text(key);
        long millis = RuleDuration.millis(text);
        if (millis < 0) {
            refuse(key, "is not a duration such as 90min, 2h or 3d");
        }
        return millis;
    }

    /** What a word stands for. */
    <T> @Nullable T oneOf(String key, Map<String, T> meanings) {
        String text = text(key);
        T meaning = meanings.get(text);
        if (meaning == null) {
            refuse(key, "is none of " + String.join(", ", meanings.keySet()));
        }
        return meaning;
    }

    /** The mapping of a key that is there. */
    RuleMap map(String key, List<String> known) {
        return new RuleMap(faults, pathOf(key), value(key), known);
    }

    /** The elements of a list; none when it is none. */
    List<Node> list(String key) {
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        if (readable) {
            Mark place = node == null ? start : node.getStartMark();
            faults.report(pathOf(key), place, node == null ? "is missing" : "is no list, or an empty one");
        }
        return List.of();
    }

    /** The lines of text in a list. Each has its own place below the list's. */
    List<String> texts(String key) {
        return list(key).stream()
                .map(node -> {
                    String text = line(pathOf(key), node);
                    faults.place(pathOf(key) + "." + text, node.getStartMark());
                    return text;
                })
                .toList();
    }

    private Node value(String key) {
        Node node = values.get(key);
        if (node == null) {
            throw new IllegalArgumentException("no " + pathOf(key));
        }
        return node;
    }

    private String line(String place, Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        if (!isLine(text)) {
            faults.report(place, node.getStartMark(), "is not a line of text");
            return "";
        }
        return text;
    }

    /** Reports what is wrong with a value; where there is no line of text, that is reported already. */
    void refuse(String key, String problem) {
        if (values.get(key) instanceof ScalarNode value
                && isLine(value.getValue().strip())) {
            faults.report(pathOf(key), value.getStartMark(), value.getValue().strip() + " " + problem);
        }
    }

    private static boolean isLine(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }
}
