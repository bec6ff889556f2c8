package org.tongcheng.local.publish;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.tongcheng.domain.alert.AlertRule;
import org.tongcheng.local.server.LocalFailure;
import org.tongcheng.reference.RegionBundle;
import org.tongcheng.reference.RegionDirectory;
import org.tongcheng.reference.Rules;
import org.tongcheng.wire.PublishedRegion;
import org.tongcheng.wire.ReferenceCodec;

/**
 * A region directory that can be published.
 *
 * @param rules in force and refused; jobs will find the same
 * @param payload the record
 */
public record CheckedRegion(PublishedRegion region, Rules rules, byte[] payload) {

    /** Rules that will watch something. */
    public long inForce() {
        return rules.valid().stream().filter(AlertRule::enabled).count();
    }

    /** How many rules are wrong, each perhaps in several places; one without an id is known by its line. */
    public long refused() {
        return rules.refused().stream()
                .map(refusal -> refusal.ruleId().isEmpty() ? "line " + refusal.line() : "id " + refusal.ruleId())
                .distinct()
                .count();
    }

    /**
     * Reads and checks everything that the directory holds of a region.
     *
     * @param nameOrDirectory a folder, or a region that ships with the project
     * @throws org.tongcheng.reference.RegistryException about the first thing wrong with the registry, with its place
     * @throws LocalFailure when the files cannot be sent
     */
    public static CheckedRegion of(String nameOrDirectory) {
        RegionBundle bundle = RegionDirectory.resolveBundle(nameOrDirectory);
        Rules rules = bundle.rules();
        PublishedRegion region = new PublishedRegion(bundle.region().id(), texts(bundle.files()));
        try {
            return new CheckedRegion(region, rules, ReferenceCodec.encode(region));
        } catch (IllegalArgumentException e) {
            throw new LocalFailure("region " + region.regionId() + " cannot be published: " + e.getMessage(), e);
        }
    }

    /** Strictly: a character that is replaced on the way could make another rule of one that is refused. */
    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, content) -> {
            try {
                texts.put(
                        name,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(content))
                                .toString());
            } catch (CharacterCodingException e) {
                throw new LocalFailure(name + " cannot be published: it is not UTF-8", e);
            }
        });
        return texts;
    }
}
