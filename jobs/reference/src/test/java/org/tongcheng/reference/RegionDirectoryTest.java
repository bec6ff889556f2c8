package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionDirectoryTest {

    @Test
    void loadsAFolder(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("region.yaml"), new SmallRegion().bytes("region.yaml"));
        Files.write(folder.resolve("cities.csv"), new SmallRegion().bytes("cities.csv"));
        assertThat(RegionDirectory.load(folder).cities()).hasSize(2);
        assertThat(RegionDirectory.resolve(folder.toString()).id()).isEqualTo("small-1");
    }

    @Test
    void resolvesTheNameOfAShippedRegion() {
        assertThat(RegionDirectory.resolve("chengdu").id()).isEqualTo("chengdu");
    }

    @Test
    void listsTheShippedRegionsWhenItKnowsNeitherFolderNorName() {
        assertThatThrownBy(() -> RegionDirectory.resolve("atlantis"))
                .isInstanceOf(RegistryException.class)
                .hasMessage("region atlantis is neither a folder nor one of the shipped: chengdu");
        assertThatThrownBy(() -> RegionDirectory.resolve("at\u0000lantis")).isInstanceOf(RegistryException.class);
    }

    @Test
    void refusesAFileInPlaceOfAFolderAndAFolderInPlaceOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> RegionDirectory.load(file)).hasMessage("region " + file + " is not a folder");
        Files.createDirectory(folder.resolve("region.yaml"));
        assertThatThrownBy(() -> RegionDirectory.load(folder))
                .isInstanceOf(RegistryException.class)
                .hasMessageStartingWith("region.yaml cannot be read: ");
    }

    @Test
    void shipsEveryRegionThatLiesAmongTheResources() throws IOException {
        try (Stream<Path> regions = Files.list(Path.of("src/main/resources/regions"))) {
            assertThat(regions.map(region -> region.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(RegionDirectory.SHIPPED);
        }
    }
}
