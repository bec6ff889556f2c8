package org.tongcheng.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.tongcheng.local.publish.CheckedRegion;
import org.tongcheng.local.publish.ReferenceTopic;
import org.tongcheng.local.publish.UnraisedVersions;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegistryException;
import org.tongcheng.reference.RuleRefusal;
import org.tongcheng.reference.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A region directory for running jobs. */
@Command(
        name = "publish",
        preprocessor = KafkaOptions.Properties.class,
        description = {
            "Checks a region directory and publishes it to running jobs, in the compacted topic 'reference'.",
            "A wrong registry is not published. Wrong rules are listed and will be refused; the others go into force.",
            "Nothing is published while a rule differs from the published one and its version was not raised."
        })
final class PublishCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Parameters(paramLabel = "DIR", description = "Folder of the region, or one that ships with Tongcheng.")
    private String directory = "";

    @Option(names = "--strict", description = "Publish nothing while any rule is wrong.")
    private boolean strict;

    @Override
    public Integer call() throws Exception {
        ReferenceTopic topic = new ReferenceTopic(kafka.settings("publish", System.getenv()));
        CheckedRegion checked = CheckedRegion.of(directory);
        Rules rules = checked.rules();
        for (RuleRefusal refusal : rules.refused()) {
            spec.commandLine().getErr().println(refusal);
        }
        if (strict && !rules.refused().isEmpty()) {
            spec.commandLine().getErr().println("tongcheng publish: nothing is published: a rule is wrong (--strict)");
            return ExitCode.SOFTWARE;
        }
        topic.create();
        List<String> unraised = unraised(topic, checked);
        if (!unraised.isEmpty()) {
            unraised.forEach(problem -> spec.commandLine().getErr().println(problem));
            spec.commandLine()
                    .getErr()
                    .println(
                            "tongcheng publish: nothing is published: raise the version of every rule that you change");
            return ExitCode.SOFTWARE;
        }
        RecordMetadata place = topic.write(checked);
        if (!topic.compacted()) {
            spec.commandLine()
                    .getErr()
                    .println("tongcheng publish: the topic " + topic.name()
                            + " is not compacted, so Kafka will forget the region: set its cleanup.policy to compact");
        }
        tell(checked, place);
        return ExitCode.OK;
    }

    /** Rules that differ from the published ones under the same version. */
    private List<String> unraised(ReferenceTopic topic, CheckedRegion checked) {
        try {
            RegionBundle before = topic.published(checked.region().regionId());
            return before == null
                    ? List.of()
                    : UnraisedVersions.among(
                            before.rules().valid(), checked.rules().valid());
        } catch (KafkaException | RegistryException e) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "tongcheng publish: what is published cannot be read, so nobody can tell whether the version of"
                                    + " every changed rule was raised: " + e.getMessage());
            return List.of();
        }
    }

    private void tell(CheckedRegion checked, RecordMetadata place) {
        PrintWriter out = spec.commandLine().getOut();
        long off = checked.rules().valid().size() - checked.inForce();
        out.println(String.format(
                Locale.ROOT,
                "region %s: %s, %,d bytes; %s in force, %d switched off, %d refused; at %s-%d offset %d",
                checked.region().regionId(),
                counted(checked.region().files().size(), "file"),
                checked.payload().length,
                counted(checked.inForce(), "rule"),
                off,
                checked.refused(),
                place.topic(),
                place.partition(),
                place.offset()));
        out.flush();
    }

    private static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
