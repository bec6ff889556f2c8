package org.tongcheng.local.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tongcheng.local.demo.LiveJobs;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.kafka.KafkaReachability;
import org.tongcheng.plumbing.kafka.TopicPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The topics of the jobs. */
@Command(
        name = "topics",
        preprocessor = KafkaOptions.Properties.class,
        description = {
            "Creates the topics that the jobs read and write, where they are missing.",
            "Those that are there stay as they are, with the partitions that they have."
        })
final class TopicsCommand implements Callable<Integer> {

    private static final int MOST = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions options = new CommonOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "2",
            description = "Of each new topic; 'reference' always has one. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Override
    public Integer call() {
        if (partitions < 1 || partitions > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--partitions must be from 1 to " + MOST + ", not " + partitions);
        }
        KafkaSettings settings = kafka.settings("topics", System.getenv());
        List<TopicPlan> plans = LiveJobs.topics(partitions);
        KafkaReachability.createTopics(settings, plans);
        spec.commandLine()
                .getOut()
                .println("there are now: "
                        + String.join(
                                ", ",
                                plans.stream()
                                        .map(plan -> settings.topic(plan.name()))
                                        .toList()));
        return ExitCode.OK;
    }
}
