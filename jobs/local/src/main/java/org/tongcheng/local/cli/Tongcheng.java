package org.tongcheng.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one entry point: {@code ./tongcheng}. Exit codes: 0 done, 1 failed, 2 wrongly asked. */
@Command(
        name = "tongcheng",
        description = "Watches a metropolitan area as one city: transit, air and water.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            TopicsCommand.class,
            PublishCommand.class,
            FeedCommand.class,
            ImportCommand.class,
            ReplayCommand.class,
            DiffCommand.class,
            SqlCommand.class,
            UpgradeCommand.class,
            BenchCommand.class,
            TestCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Tongcheng implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Tongcheng())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Tongcheng::tellHowToAsk)
                .setExecutionExceptionHandler(new FailureReport());
    }

    /** The message, and where to read on: the whole help would bury it. */
    private static int tellHowToAsk(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: demo, run, topics, publish, feed, import, replay, diff, sql, upgrade, bench or test.");
    }
}
