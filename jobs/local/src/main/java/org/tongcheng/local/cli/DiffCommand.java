package org.tongcheng.local.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongcheng.local.diff.Diff;
import org.tongcheng.local.diff.DiffReport;
import org.tongcheng.local.diff.Question;
import org.tongcheng.local.diff.Sides;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two sets of results. */
@Command(
        name = "diff",
        preprocessor = KafkaOptions.Properties.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:equal", "1:failed", "2:wrongly asked", "3:different"},
        description = {
            "Compares two sets of results point by point. Writes nothing.",
            "Each is a folder of result files, the id of a run, 'live' (InfluxDB where one is named, else Kafka),"
                    + " 'influx:BUCKET' or 'kafka:PREFIX'."
        })
final class DiffCommand implements Callable<Integer> {

    private static final int DIFFERENT = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    RegionOption region = new RegionOption();

    @Mixin
    RunsOption runs = new RunsOption();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    InfluxOptions influx = new InfluxOptions();

    @Parameters(arity = "2", paramLabel = "A B", description = "The two sides.")
    private List<String> sides = new ArrayList<>();

    @Option(
            names = "--measurement",
            paramLabel = "M",
            description = "Only this one; repeatable. 'alerts' is what stands of the alerts in the end."
                    + " Default: all but alert, alert_active_1m and alert_summary_1d, which tell of every transition.")
    private List<String> measurements = new ArrayList<>();

    @Option(
            names = "--tolerance",
            paramLabel = "NUMBER|FIELD=NUMBER",
            description = "How far numbers may be apart and still be equal; repeatable. Default: not at all.")
    private List<String> tolerances = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only points from it on. Default: where a run begins, else all.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Only points before it. Default: where a run ends, else all.")
    private @Nullable String to;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(
            names = "--differences",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many differences to show. Default: ${DEFAULT-VALUE}.")
    private int shown;

    /** How the outcome is told. */
    private enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws Exception {
        ZoneId zone = region.region().zone();
        Map<String, String> environment = System.getenv();
        Sides known = new Sides(runs.folder(), kafka.settings("diff", environment), influx.settings(environment));
        DiffReport report = prepared(known, zone).compare(zone);
        spec.commandLine().getOut().print(format == Format.JSON ? report.json() : report.text());
        spec.commandLine().getOut().flush();
        return report.equal() ? ExitCode.OK : DIFFERENT;
    }

    private Diff prepared(Sides known, ZoneId zone) throws InterruptedException {
        try {
            Question question = Question.of(
                    measurements, tolerances, moment("--from", from, zone), moment("--to", to, zone), shown);
            return Diff.of(known, sides, question, zone);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Long moment(String option, @Nullable String text, ZoneId zone) {
        return text == null ? null : MomentText.parse(option, text, zone);
    }
}
