package org.tongcheng.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionBundleTest {

    @Test
    void holdsTheKnownFilesOfAFolderAndNoOthers(@TempDir Path folder) throws IOException {
        for (String file : new String[] {"region.yaml", "cities.csv"}) {
            Files.write(folder.resolve(file), new SmallRegion().bytes(file));
        }
        Files.writeString(folder.resolve("notes.txt"), "ours");
        assertThat(RegionDirectory.loadBundle(folder).files()).containsOnlyKeys("cities.csv", "region.yaml");
        RegionBundle bundle = RegionDirectory.resolveBundle(folder.toString());
        assertThat(bundle.region().cities()).hasSize(2);
        assertThat(bundle.rules()).isEqualTo(Rules.NONE);
        Files.writeString(folder.resolve("rules.yaml"), SmallRules.TEXT);
        assertThat(RegionDirectory.resolveRules(folder.toString()).valid()).hasSize(3);
        assertThat(RegionDirectory.load(folder).cities()).hasSize(2);
    }

    @Test
    void readsTheSameOutOfAShippedBundleAsFromTheResources() {
        RegionBundle bundle = RegionDirectory.shippedBundle("chengdu");
        assertThat(bundle.files()).containsOnlyKeys(RegionBundle.FILES);
        assertThat(bundle.region().stops())
                .isEqualTo(RegionDirectory.shipped("chengdu").stops());
        assertThat(bundle.rules()).isEqualTo(RegionDirectory.resolveRules("chengdu"));
    }

    @Test
    void readsFilesThatCameFromAnywhere() {
        Map<String, byte[]> files = new HashMap<>();
        files.put("region.yaml", new SmallRegion().bytes("region.yaml"));
        files.put("../escape", new byte[0]);
        files.put("rules.yaml", "- {}".getBytes(StandardCharsets.UTF_8));
        RegionBundle bundle = new RegionBundle(files);
        assertThat(bundle.files()).containsOnlyKeys("region.yaml", "rules.yaml");
        assertThat(bundle.rules().refused()).isNotEmpty();
    }

    @Test
    void leavesTheRegionAloneWhenRulesAreWrong(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("region.yaml"), new SmallRegion().bytes("region.yaml"));
        Files.writeString(folder.resolve("rules.yaml"), "{");
        assertThat(RegionDirectory.load(folder).id()).isEqualTo("small-1");
        assertThat(RegionDirectory.resolveRules(folder.toString()).refused())
                .singleElement()
                .extracting(RuleRefusal::file)
                .isEqualTo("rules.yaml");
    }

    @Test
    void saysWhatKeepsAFolderFromBeingRead(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("rules.yaml"));
        assertThatThrownBy(() -> RegionDirectory.loadBundle(folder))
                .isInstanceOf(RegistryException.class)
                .hasMessageStartingWith("rules.yaml cannot be read: ");
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> RegionDirectory.loadBundle(absent))
                .hasMessage("region " + absent + " is not a folder");
        assertThatThrownBy(() -> RegionDirectory.shippedBundle("atlantis")).isInstanceOf(RegistryException.class);
    }

    @Test
    void givesRulesThatTravelInSerializedForm() throws Exception {
        Rules rules = RegionDirectory.resolveRules("chengdu");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(rules);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(rules);
        }
    }
}
