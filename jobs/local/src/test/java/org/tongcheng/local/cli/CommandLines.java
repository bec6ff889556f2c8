package org.tongcheng.local.cli;

import picocli.CommandLine;

/** The command line, for tests of what its commands do. */
public final class CommandLines {

    private CommandLines() {}

    public static CommandLine tongcheng() {
        return Tongcheng.commandLine();
    }
}
