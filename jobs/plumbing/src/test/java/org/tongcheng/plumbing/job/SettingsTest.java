package org.tongcheng.plumbing.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static <C> C read(List<String> arguments, Map<String, String> environment, Function<Settings, C> config) {
        return Settings.read(arguments.toArray(new String[0]), environment, config);
    }

    private static <C> C read(List<String> arguments, Function<Settings, C> config) {
        return read(arguments, Map.of(), config);
    }

    @Test
    void takesTheArgumentBeforeTheEnvironmentBeforeTheDefault() {
        Map<String, String> environment = Map.of("TONGCHENG_NAME", "environment");
        Function<Settings, String> name = settings -> settings.text("name", "default");

        assertThat(read(List.of("--name", "argument"), environment, name)).isEqualTo("argument");
        assertThat(read(List.of("--name=argument"), environment, name)).isEqualTo("argument");
        assertThat(read(List.of(), environment, name)).isEqualTo("environment");
        assertThat(read(List.of(), name)).isEqualTo("default");
    }

    @Test
    void takesAnEmptyVariableForOneThatIsNotSet() {
        assertThat(SettingsTest.<String>read(
                        List.of(), Map.of("TONGCHENG_NAME", ""), settings -> settings.text("name", "default")))
                .isEqualTo("default");
    }

    @Test
    void keepsAnEqualsSignInAValue() {
        assertThat(SettingsTest.<String>read(List.of("--name=a=b"), settings -> settings.text("name", "")))
                .isEqualTo("a=b");
    }

    @Test
    void refusesAnArgumentThatNobodyAskedFor() {
        assertThatThrownBy(() -> read(List.of("--nmae", "x"), settings -> settings.text("name", "")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--nmae is no setting here; these are: --name, --verbose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "--"})
    void refusesWhatIsNoArgument(String argument) {
        assertThatThrownBy(() -> read(List.of(argument), settings -> ""))
                .isInstanceOf(SettingsException.class)
                .hasMessage("'" + argument + "' is no setting: settings are written --name value");
    }

    @Test
    void refusesAnArgumentWithoutAValue() {
        assertThatThrownBy(() -> read(
                        List.of("--name", "--other", "x"),
                        settings -> settings.text("name", "") + settings.text("other", "")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--name needs a value");
    }

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "10s,PT10S", "5min,PT5M", "5m,PT5M", "2 h,PT2H", "1d,PT24H"})
    void readsDurations(String text, Duration due) {
        assertThat(SettingsTest.<Duration>read(
                        List.of("--pause", text), settings -> settings.duration("pause", Duration.ZERO)))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "10", "-1s", "0s", "1.5h", "10 parsecs"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> read(
                        List.of("--checkpoint-interval", text),
                        settings -> settings.duration("checkpoint-interval", Duration.ZERO)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--checkpoint-interval must be a duration such as 10s, not '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "many", "99999999999"})
    void refusesANumberThatIsNotWholeOrTooSmall(String text) {
        assertThatThrownBy(() -> read(List.of("--count", text), settings -> settings.integer("count", 5, 1)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--count must be a whole number of at least 1, not '" + text + "'");
    }

    @Test
    void namesTheVariableThatIsAtFault() {
        assertThatThrownBy(() ->
                        read(List.of(), Map.of("TONGCHENG_COUNT", "x"), settings -> settings.integer("count", 5, 1)))
                .hasMessage("TONGCHENG_COUNT must be a whole number of at least 1, not 'x'");
    }

    @Test
    void readsAFlagWithAndWithoutAValue() {
        Function<Settings, Boolean> flag = settings -> settings.flag("bounded");

        assertThat(read(List.of("--bounded"), flag)).isTrue();
        assertThat(read(List.of("--bounded", "true"), flag)).isTrue();
        assertThat(read(List.of("--bounded", "false"), flag)).isFalse();
        assertThat(read(List.of(), flag)).isFalse();
        assertThatThrownBy(() -> read(List.of("--bounded", "maybe"), flag))
                .hasMessage("--bounded must be true or false, not 'maybe'");
    }

    @Test
    void readsOneOfSeveralChoices() {
        Function<Settings, StartOffsets> start = settings -> settings.choice("start-offsets", StartOffsets.COMMITTED);

        assertThat(read(List.of("--start-offsets", "latest"), start)).isEqualTo(StartOffsets.LATEST);
        assertThat(read(List.of(), start)).isEqualTo(StartOffsets.COMMITTED);
        assertThatThrownBy(() -> read(List.of("--start-offsets", "LATEST"), start))
                .hasMessage("--start-offsets must be committed or earliest or latest, not 'LATEST'");
    }

    @Test
    void takesASecretFromTheEnvironmentOnly() {
        assertThat(SettingsTest.<String>read(
                        List.of(), Map.of("INFLUX_TOKEN", "s3cret"), settings -> settings.secret("influx-token")))
                .isEqualTo("s3cret");
        assertThatThrownBy(() -> read(List.of("--influx-token", "s3cret"), settings -> settings.secret("influx-token")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("--influx-token must not be on the command line: set INFLUX_TOKEN in the environment"
                        + " instead");
    }

    @Test
    void passesThroughWhatIsMeantForSomeoneElse() {
        Map<String, String> passed = read(
                List.of("--kafka.security.protocol", "SASL_SSL", "--kafka.client.rack=a"),
                Map.of("KAFKA_CLIENT_RACK", "b", "KAFKA_SASL_JAAS_CONFIG", "c", "KAFKA_HEAP_OPTS", "-Xmx1g"),
                settings -> settings.passedThrough("kafka", List.of("client.rack", "sasl.jaas.config")));

        assertThat(passed)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("security.protocol", "SASL_SSL", "client.rack", "a", "sasl.jaas.config", "c"));
    }

    @Test
    void takesTheUsualNamesOfServersInTheEnvironment() {
        Map<String, String> environment = Map.of("ALERTMANAGER_URL", "http://a:9093", "INFLUX_URL", "https://b/x");

        assertThat(SettingsTest.<String>read(
                        List.of(), environment, settings -> settings.address("alertmanager-url", "http://c")))
                .isEqualTo("http://a:9093");
        assertThat(SettingsTest.<String>read(
                        List.of(), environment, settings -> settings.address("influx-url", "http://c")))
                .isEqualTo("https://b/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9093", "ftp://a", "http://", "http://a b"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> read(
                        List.of(),
                        Map.of("ALERTMANAGER_URL", text),
                        settings -> settings.address("alertmanager-url", "http://c")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("ALERTMANAGER_URL must be an address such as http://c, not '" + text + "'");
    }
}
