package org.tongcheng.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class UpgradeCommandTest {

    private final StringWriter complained = new StringWriter();

    private int upgrade(String... arguments) {
        CommandLine command = Tongcheng.commandLine();
        command.setErr(new PrintWriter(complained));
        List<String> all = new ArrayList<>(List.of("upgrade"));
        all.addAll(List.of(arguments));
        return command.execute(all.toArray(new String[0]));
    }

    @Test
    void asksWhatToDo() {
        assertThat(upgrade()).isEqualTo(2);
        assertThat(complained.toString()).contains("--jar FILE for a new version, or --only-stop");
        assertThat(upgrade("--only-stop", "--jar", "pom.xml")).isEqualTo(2);
        assertThat(upgrade("--only-stop", "--dry-run")).isEqualTo(2);
        assertThat(upgrade("--jar", "nothing.jar")).isEqualTo(2);
        assertThat(complained.toString()).contains("there is no nothing.jar");
        assertThat(upgrade("--only-stop", "--flink-url", "here")).isEqualTo(2);
        assertThat(upgrade("--only-stop", "--set", "x")).isEqualTo(2);
        assertThat(upgrade("--only-stop", "--patience", "0")).isEqualTo(2);
    }

    @Test
    void saysWhereNobodyAnswers() {
        assertThat(upgrade("--only-stop", "--flink-url", "http://localhost:1")).isEqualTo(1);
        assertThat(complained.toString()).contains("Flink at http://localhost:1 does not answer (--flink-url)");
    }
}
