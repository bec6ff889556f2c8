package org.tongcheng.local.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command understands. */
final class CommonOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /** Runs while the command line is parsed, before any class that logs is loaded. */
    @Option(names = "--verbose", description = "Keep a log of all servers, and show stack traces of failures.")
    void setVerbose(boolean wanted) {
        if (wanted) {
            Path log = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "tongcheng-" + ProcessHandle.current().pid() + ".log");
            System.setProperty("tongcheng.log", log.toString());
            System.setProperty("log4j2.configurationFile", "log4j2-verbose.xml");
            command.commandLine().getErr().println("details: " + log);
        }
    }
}
