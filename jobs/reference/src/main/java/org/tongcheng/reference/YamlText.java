package org.tongcheng.reference;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Composes YAML only: nodes carry their place, and nothing of the file's choosing is constructed. */
final class YamlText {

    private YamlText() {}

    /** The one document of a file; null when it has none. */
    static @Nullable Node compose(String file, byte[] content) {
        String text = RegistryText.decode(file, content);
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (MarkedYAMLException broken) {
            throw at(file, broken.getProblemMark(), "is not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw at(file, null, "is not YAML");
        }
    }

    static RegistryException at(String file, @Nullable Mark mark, String problem) {
        return mark == null
                ? RegistryException.at(file, 1, 1, problem)
                : RegistryException.at(file, mark.getLine() + 1, mark.getColumn() + 1, problem);
    }
}
