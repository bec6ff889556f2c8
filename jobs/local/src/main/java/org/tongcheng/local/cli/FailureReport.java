package org.tongcheng.local.cli;

import org.tongcheng.plumbing.job.Reason;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one message; the stack trace only to who asked for it. */
final class FailureReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println("tongcheng " + command.getCommandName() + ": " + Reason.of(failure));
        if (parsed.matchedOptionValue("--verbose", false)) {
            failure.printStackTrace(command.getErr());
        }
        return ExitCode.SOFTWARE;
    }
}
