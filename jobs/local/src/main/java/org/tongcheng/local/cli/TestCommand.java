package org.tongcheng.local.cli;

import java.util.concurrent.Callable;
import org.tongcheng.local.server.LocalFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Listed for its help; the script runs Maven itself, since this program is what is to be built and tested. */
@Command(
        name = "test",
        description = {
            "Builds everything and runs every test.",
            "Further arguments go to Maven, such as -Dtest=TapDecoderTest."
        },
        synopsisSubcommandLabel = "[MAVEN ARGUMENT...]")
final class TestCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Override
    public Integer call() {
        throw new LocalFailure("the tests are run by the script: ./tongcheng test");
    }
}
