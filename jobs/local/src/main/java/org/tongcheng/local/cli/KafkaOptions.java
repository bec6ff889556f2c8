package org.tongcheng.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import org.tongcheng.plumbing.job.KafkaSettings;
import org.tongcheng.plumbing.job.Settings;
import org.tongcheng.plumbing.job.SettingsException;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to reach Kafka, as the jobs understand it: on the command line, else in the environment. */
final class KafkaOptions {

    private static final String PROPERTY = "--kafka.*";
    private static final String PREFIX = "--kafka.";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Where Kafka is. Default: KAFKA_BOOTSTRAP_SERVERS, else localhost:9092.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            description = "Put before the name of every topic. Default: TONGCHENG_TOPIC_PREFIX, else nothing.")
    private @Nullable String topicPrefix;

    @Option(
            names = PROPERTY,
            paramLabel = "VALUE",
            description = "Any property of Kafka's clients, as in --kafka.security.protocol SSL. Default:"
                    + " KAFKA_SECURITY_PROTOCOL and the like, where secrets belong.")
    private List<String> properties = new ArrayList<>();

    /**
     * @param client names the consumer group, if it has one
     * @throws ParameterException for a setting that does not fit
     */
    KafkaSettings settings(String client, Map<String, String> environment) {
        List<String> arguments = new ArrayList<>(properties);
        if (bootstrapServers != null) {
            arguments.add("--bootstrap-servers=" + bootstrapServers);
        }
        if (topicPrefix != null) {
            arguments.add("--topic-prefix=" + topicPrefix);
        }
        try {
            return Settings.read(
                    arguments.toArray(new String[0]), environment, read -> KafkaSettings.from(read, client));
        } catch (SettingsException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Makes values of one option out of the many that nobody can list. */
    static final class Properties implements IParameterPreprocessor {

        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
            List<String> given = new ArrayList<>(arguments);
            arguments.clear();
            // The next argument is the stack's last.
            for (int i = given.size() - 1; i >= 0; i--) {
                String next = given.get(i);
                if (!next.startsWith(PREFIX) || next.startsWith(PROPERTY)) {
                    arguments.add(0, next);
                } else if (next.contains("=") || i == 0) {
                    arguments.add(0, PROPERTY + '=' + next);
                } else {
                    arguments.add(0, PROPERTY + '=' + next + '=' + given.get(--i));
                }
            }
            return false;
        }
    }
}
