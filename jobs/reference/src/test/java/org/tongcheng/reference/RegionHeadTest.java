package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionHeadTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            small-1        | Small 1            | region.yaml:1:5 id Small 1 is not made of a-z, 0-9 and - (64 at most)
            Asia/Shanghai  | Asia/Chengdu       | region.yaml:4:12 time_zone Asia/Chengdu is not a known time zone
            time_zone      | timezone           | region.yaml:4:1 unknown key; expected id, name_zh, name_en, time_zone
            name_en        | name_zh            | region.yaml:3:1 name_zh is given twice
            name_en        | `# name_en`        | region.yaml:1:1 name_en is missing
            Small region   | ``                 | region.yaml:3:9 name_en is not a line of text
            Small region   | [small, region]    | region.yaml:3:10 name_en is not a line of text
            Small region   | `"Small`           | region.yaml:5:1 is not YAML: found unexpected end of stream
            Small region   | `"two\\x0Alines"`    | region.yaml:3:10 name_en is not a line of text
            Small region   | !<tag:yaml.org,2002:a%0Ab> x | region.yaml:3:10 is not YAML: Global tag is not allowed: tag:yaml.org,2002:a b
            name_en:       | `name_en: name:`   | region.yaml:3:14 is not YAML: mapping values are not allowed here
            name_en        | `? [name_en]\n`    | region.yaml:3:3 unknown key; expected id, name_zh, name_en, time_zone
            """)
    void namesThePlaceOfWhatIsWrong(String old, String replacement, String message) {
        SmallRegion broken = new SmallRegion().replacing("region.yaml", old, replacement.replace("\\n", "\n"));
        assertThatThrownBy(broken::read).isInstanceOf(RegistryException.class).hasMessage(message);
    }

    @Test
    void refusesWhatIsNoMapping() {
        assertThatThrownBy(new SmallRegion().with("region.yaml", "")::read)
                .hasMessage("region.yaml:1:1 is not a mapping of id, name_zh, name_en, time_zone");
        assertThatThrownBy(new SmallRegion().with("region.yaml", "# a list\n- id\n")::read)
                .hasMessage("region.yaml:2:1 is not a mapping of id, name_zh, name_en, time_zone");
        assertThatThrownBy(new SmallRegion().with("region.yaml", "id: \uFFFE")::read)
                .hasMessage("region.yaml:1:1 is not YAML");
    }

    @Test
    void constructsNothingOfTheFilesChoosing() {
        SmallRegion region = new SmallRegion().replacing("region.yaml", "Small region", "!!java.io.File [/]");
        assertThatThrownBy(region::read)
                .hasMessageStartingWith("region.yaml:3:10 is not YAML: Global tag is not allowed");
    }

    @Test
    void readsAFileWithByteOrderMarkQuotesAndComments() {
        Region region = new SmallRegion()
                .with("region.yaml", "\uFEFF# ours\r\nid: \"a-1\"\r\nname_zh: 区\r\nname_en: 'A'\r\ntime_zone: UTC\r\n")
                .read();
        assertThat(region.id()).isEqualTo("a-1");
        assertThat(region.zone().getId()).isEqualTo("UTC");
    }
}
