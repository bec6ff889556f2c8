package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is refused before Kafka is asked: nothing listens there. */
class PublishCommandTest {

    private static final String NOWHERE = "--bootstrap-servers=localhost:1";
    private static final String SECTIONS = """
            section_id,name,river,city_code,kind,target_class,downstream_id,travel_hours,longitude,latitude,valid_from,valid_to
            upper,宏缘,沱江,510100,river,3,lower,10.5,,,,
            lower,幸福村,沱江,510100,river,3,upper,10.5,,,,
            """;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @TempDir
    private Path parent;

    private RegionFolder region;

    @BeforeEach
    void fill() throws Exception {
        region = new RegionFolder(parent);
    }

    private int publish(String... arguments) {
        CommandLine command = Tongcheng.commandLine();
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(complained));
        String[] all = new String[arguments.length + 1];
        all[0] = "publish";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return command.execute(all);
    }

    @Test
    void explainsItself() {
        assertThat(publish("--help")).isZero();
        assertThat(said.toString())
                .startsWith("Usage: tongcheng publish")
                .contains("DIR", "--strict", "--bootstrap-servers=HOST:PORT", "--topic-prefix=TEXT", "--kafka.*=VALUE");
    }

    @Test
    void refusesABrokenRegistryWithItsPlace() throws Exception {
        region.with("stops.csv", """
                stop_id,stop_name,city_code,route_id,longitude,latitude,valid_from,valid_to
                s1,福田,510199,,,,,
                """);

        assertThat(publish(region.toString(), NOWHERE)).isEqualTo(1);
        assertThat(complained.toString().lines())
                .singleElement()
                .asString()
                .startsWith("tongcheng publish: stops.csv:2:")
                .contains("510199");
    }

    @Test
    void refusesARiverThatFlowsInACircle() throws Exception {
        region.with("water_sections.csv", SECTIONS);

        assertThat(publish(region.toString(), NOWHERE)).isEqualTo(1);
        assertThat(complained.toString().lines())
                .singleElement()
                .asString()
                .startsWith("tongcheng publish: water_sections.csv:");
    }

    @Test
    void refusesWhatIsNoRegion() {
        assertThat(publish("nowhere", NOWHERE)).isEqualTo(1);
        assertThat(complained.toString()).contains("nowhere is neither a folder nor one of the shipped");
    }

    @Test
    void refusesToReplaceWhatIsNotUtf8() throws Exception {
        Files.write(region.path.resolve("rules.yaml"), new byte[] {'#', ' ', (byte) 0xB1});

        assertThat(publish(region.toString(), NOWHERE)).isEqualTo(1);
        assertThat(complained.toString()).contains("rules.yaml cannot be published: it is not UTF-8");
    }

    @Test
    void strictlyPublishesNothingWhileARuleIsWrong() throws Exception {
        region.with(
                "rules.yaml",
                RegionFolder.RULE
                        + RegionFolder.RULE.replace("id: aqi", "id: high").replace("field: aqi", "field: nothing"));

        assertThat(publish("--strict", region.toString(), NOWHERE)).isEqualTo(1);
        assertThat(complained.toString().lines().toList())
                .satisfiesExactly(
                        wrong -> assertThat(wrong).startsWith("rules.yaml:21:").contains("rule high", "nothing"),
                        end -> assertThat(end).contains("nothing is published", "--strict"));
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void saysWhereItLooksForKafka() {
        assertThat(publish(region.toString(), "--bootstrap-servers", "no port")).isEqualTo(1);
        assertThat(complained.toString()).contains("Kafka cannot be used at no port (--bootstrap-servers)");
    }

    @Test
    void refusesSettingsThatItDoesNotKnow() {
        assertThat(publish()).isEqualTo(2);
        assertThat(publish(region.toString(), "--topic=x")).isEqualTo(2);
        assertThat(publish(region.toString(), "--kafka.group.id", "x")).isEqualTo(2);
        assertThat(publish(region.toString(), "--kafka.linger.ms")).isEqualTo(2);
        assertThat(complained.toString())
                .contains("Missing required parameter: 'DIR'")
                .contains("--topic")
                .contains("--kafka.group.id has a setting of its own")
                .contains("--kafka.linger.ms needs a value");
    }
}
