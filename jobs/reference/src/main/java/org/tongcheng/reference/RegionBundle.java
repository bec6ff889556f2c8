package org.tongcheng.reference;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a region as they are, to be sent somewhere and read there.
 *
 * @param files content by file name; names other than those of {@link #FILES} are left out
 */
public record RegionBundle(Map<String, byte[]> files) {

    /** Every file that a region may have. */
    public static final List<String> FILES = List.of(
            RegionHead.FILE,
            RegistryRows.CITIES,
            RegistryRows.ROUTES,
            RegistryRows.STOPS,
            RegistryRows.AIR_STATIONS,
            RegistryRows.WATER_SECTIONS,
            RuleFile.NAME);

    public RegionBundle {
        Map<String, byte[]> known = new TreeMap<>(files);
        known.keySet().retainAll(FILES);
        files = Collections.unmodifiableMap(known);
    }

    static RegionBundle of(RegionFiles source) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String file : FILES) {
            byte[] content = source.content(file);
            if (content != null) {
                files.put(file, content);
            }
        }
        return new RegionBundle(files);
    }

    /**
     * @throws RegistryException about the first thing that is wrong
     */
    public Region region() {
        return new RegionReader(files::get).read();
    }

    /**
     * The rules, checked against the region beside them.
     *
     * @throws RegistryException when the region is wrong; a wrong rule is only refused
     */
    public Rules rules() {
        return rules(region());
    }

    /** As {@link #rules()}, where the region has been read already. */
    public Rules rules(Region region) {
        byte[] content = files.get(RuleFile.NAME);
        return content == null ? Rules.NONE : RuleFile.read(content, region);
    }
}
