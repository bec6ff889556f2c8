package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tongcheng.domain.alert.RuleKind;

/** RULES.md and README.md keep to what the rules are. */
class RulesGuideTest {

    private static final Path FOLDER = Path.of("src/main/resources/regions/chengdu");

    private final String guide = read("RULES.md");

    @Test
    void showsAnExampleThatIsValid() {
        String example = guide.substring(guide.indexOf("```yaml\n") + "```yaml\n".length());
        Rules rules = RuleFile.read(
                example.substring(0, example.indexOf("```")).getBytes(StandardCharsets.UTF_8),
                RegionDirectory.shipped("chengdu"));
        assertThat(rules.refused()).isEmpty();
        assertThat(SmallRules.ids(rules)).containsExactly("air-city-o3");
    }

    @Test
    void tellsEveryKeyKindAndSetting() {
        assertThat(RuleForm.KEYS).allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
        assertThat(RuleForm.DIRECTIONS.keySet())
                .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
        assertThat(Arrays.asList(RuleKind.values())).allSatisfy(kind -> {
            assertThat(guide).contains("| `" + kind.wireName() + "` |");
            assertThat(kind.settings()).allSatisfy(setting -> assertThat(guide).contains("`" + setting.name() + "`"));
        });
    }

    @Test
    void countsTheRules() {
        int rules = RegionDirectory.resolveRules("chengdu").valid().size();
        assertThat(read("README.md")).contains("| `rules.yaml` | " + rules + " |");
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
