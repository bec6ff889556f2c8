package org.tongcheng.local.cli;

import java.io.IOException;
import org.tongcheng.reference.Region;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegionDirectory;
import picocli.CommandLine.Option;

/** The region whose zone, sites and rules count. */
final class RegionOption {

    @Option(
            names = "--region",
            paramLabel = "NAME|DIR",
            defaultValue = "chengdu",
            description = "Region: a folder, or one that ships with Tongcheng. Times are told in its zone. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String region = "chengdu";

    /** @throws org.tongcheng.reference.RegistryException when it cannot be read */
    Region region() {
        return RegionDirectory.resolve(region);
    }

    RegionBundle bundle() throws IOException {
        return RegionDirectory.resolveBundle(region);
    }
}
